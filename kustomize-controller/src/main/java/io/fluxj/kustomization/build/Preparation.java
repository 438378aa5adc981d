package io.fluxj.kustomization.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.normalise.Normaliser;
import java.util.Map;
import java.util.TreeMap;

/** Makes a built object what is applied: owner labels, normal form, common labels and annotations, in this order. */
final class Preparation {

    private final Normaliser normaliser;
    private final Map<String, String> ownerLabels;
    private final Map<String, String> commonLabels;
    private final Map<String, String> commonAnnotations;

    Preparation(Normaliser normaliser, BuildRequest request) {
        JsonNode common = request.spec().path("commonMetadata");
        this.normaliser = normaliser;
        this.ownerLabels = request.ownerLabels();
        this.commonLabels = texts(common.path("labels"));
        this.commonAnnotations = texts(common.path("annotations"));
    }

    ObjectNode prepare(ObjectNode built) {
        Metadata.putLabels(built, ownerLabels);
        ObjectNode object = normaliser.normalise(built);
        Metadata.putLabels(object, commonLabels);
        Metadata.putAnnotations(object, commonAnnotations);
        return object;
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new TreeMap<>();
        map.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
