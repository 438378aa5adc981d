package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.Fields;
import io.fluxj.kustomize.resource.Place;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.yaml.PlainNodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the service account that stands for one of a cloud provider. */
final class PolicyGenerator {

    private PolicyGenerator() {}

    /** Name and namespace (or project) of an account. */
    private record Account(String name, String place) {
        static final Account NONE = new Account("", "");
    }

    static List<Resource> generate(Fields config, Build build) {
        if (!config.text("cloud").equals("gke")) {
            throw BuildException.because("the cloud '" + config.text("cloud") + "' is not supported")
                    .hint("use cloud: gke");
        }
        Account cluster = account(config, "kubernetesService", "namespace");
        Account provider = account(config, "serviceAccount", "projectId");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put(
                "annotations",
                Map.of(
                        "iam.gke.io/gcp-service-account",
                        provider.name() + "@" + provider.place() + ".iam.gserviceaccount.com"));
        metadata.put("name", cluster.name());
        if (!cluster.place().isEmpty()) {
            metadata.put("namespace", cluster.place());
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("apiVersion", "v1");
        object.put("kind", "ServiceAccount");
        object.put("metadata", metadata);
        return List.of(new Resource(PlainNodes.ofJsonDoubles(object), build.schema(), Place.UNKNOWN));
    }

    private static Account account(Fields config, String field, String place) {
        return Objects.requireNonNullElse(
                config.object(field, fields -> new Account(fields.text("name"), fields.text(place))), Account.NONE);
    }
}
