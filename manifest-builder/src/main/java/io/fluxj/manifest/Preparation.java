package io.fluxj.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.meta.CommonMetadata;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.normalise.Normaliser;
import java.util.Map;

/** Makes a built object what is applied: owner labels, normal form, common labels and annotations, in this order. */
final class Preparation {

    private final Normaliser normaliser;
    private final Map<String, String> ownerLabels;
    private final Map<String, String> commonLabels;
    private final Map<String, String> commonAnnotations;

    Preparation(Normaliser normaliser, BuildRequest request) {
        CommonMetadata common = request.spec().commonMetadata();
        this.normaliser = normaliser;
        this.ownerLabels = request.ownerLabels();
        this.commonLabels = common == null ? Map.of() : common.labels();
        this.commonAnnotations = common == null ? Map.of() : common.annotations();
    }

    ObjectNode prepare(ObjectNode built) {
        Metadata.putLabels(built, ownerLabels);
        ObjectNode object = normaliser.normalise(built);
        Metadata.putLabels(object, commonLabels);
        Metadata.putAnnotations(object, commonAnnotations);
        return object;
    }
}
