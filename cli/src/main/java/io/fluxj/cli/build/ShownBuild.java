package io.fluxj.cli.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.meta.CommonMetadata;
import io.fluxj.apply.Metadata;
import io.fluxj.cli.frame.Documents;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.PreparedBuild;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a build as they are shown: with the labels and annotations that they get, otherwise as they were written, without what is encrypted.
 */
record ShownBuild(List<ObjectNode> objects) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static ShownBuild of(Kustomization object, PreparedBuild build) throws BuildFailure {
        List<ObjectNode> objects = Stream.of(build.text().split("(?m)^---\n"))
                .filter(text -> !text.isBlank())
                .map(text -> MAPPER.convertValue(Kustomize.reread(text).content(), ObjectNode.class))
                .toList();
        objects.forEach(each -> {
            Metadata.putLabels(each, LocalBuild.MARKERS.ownership(object).labels());
            addCommon(each, object.getSpec().commonMetadata());
            Masking.mask(each);
        });
        return new ShownBuild(objects);
    }

    private static void addCommon(ObjectNode object, @Nullable CommonMetadata common) {
        if (common != null) {
            Metadata.putLabels(object, common.labels());
            Metadata.putAnnotations(object, common.annotations());
        }
    }

    /** Each document with the line that ends it. */
    String yaml() {
        return objects.stream().map(object -> Documents.yaml(object) + "---\n").collect(Collectors.joining());
    }
}
