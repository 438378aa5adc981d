package io.fluxj.cli.install;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What {@code --profile=locked-down} of the controllers would change for an object, as far as the cluster tells.
 *
 * @param accounts whether a namespace has a service account {@code default}
 */
record Lockdown(Predicate<String> accounts) {
    private static final String ACCOUNT = "default";

    /** One sentence for each thing that would be refused or be done with other rights; empty when nothing changes. */
    List<String> changes(FluxKind kind, FluxObject object) {
        return Stream.of(rights(kind, object), references(kind, object), addresses(kind, object))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> rights(FluxKind kind, FluxObject object) {
        return switch (kind) {
            case KUSTOMIZATION, HELM_RELEASE ->
                object.text("/spec/serviceAccountName").isEmpty()
                        ? List.of("spec.serviceAccountName is not set: would act as " + account(object)
                                + " and no longer as the controller")
                        : List.of();
            case ARTIFACT_GENERATOR ->
                object.text("/spec/serviceAccountName").isEmpty() && writesElsewhere(object)
                        ? List.of("spec.serviceAccountName is not set: would write into other namespaces as "
                                + account(object) + " and no longer as the controller")
                        : List.of();
            case OCI_REPOSITORY, BUCKET, GIT_REPOSITORY, HELM_REPOSITORY, HELM_CHART, EXTERNAL_ARTIFACT -> List.of();
            case IMAGE_REPOSITORY, IMAGE_POLICY, IMAGE_UPDATE, RECEIVER, PROVIDER, ALERT -> List.of();
        };
    }

    private String account(FluxObject object) {
        String name = "the service account %s/%s".formatted(object.namespace(), ACCOUNT);
        return accounts.test(object.namespace()) ? name : name + ", which is not there,";
    }

    private static boolean writesElsewhere(FluxObject object) {
        return object.elements("/spec/artifacts").anyMatch(artifact -> isElsewhere(artifact, object));
    }

    private static List<String> references(FluxKind kind, FluxObject object) {
        List<String> changes = new ArrayList<>();
        for (String field : referring(kind)) {
            JsonNode found = object.at("/spec/" + field.replace('.', '/'));
            Stream<JsonNode> references =
                    found.isArray() ? object.elements("/spec/" + field.replace('.', '/')) : Stream.of(found);
            references
                    .filter(reference -> isElsewhere(reference, object))
                    .map(reference -> "spec.%s refers to %s of namespace %s: would be refused"
                            .formatted(
                                    field,
                                    (reference.path("kind").asText("") + " '"
                                                    + reference.path("name").asText("") + "'")
                                            .strip(),
                                    reference.path("namespace").asText()))
                    .forEach(changes::add);
        }
        return changes;
    }

    /** The fields whose references are refused when they lead to another namespace. Source: behaviour §0.4. */
    private static List<String> referring(FluxKind kind) {
        return switch (kind) {
            case KUSTOMIZATION, IMAGE_UPDATE -> List.of("sourceRef");
            case HELM_RELEASE -> List.of("chartRef", "chart.spec.sourceRef");
            case IMAGE_POLICY -> List.of("imageRepositoryRef");
            case ALERT -> List.of("eventSources");
            case RECEIVER -> List.of("resources");
            case ARTIFACT_GENERATOR -> List.of("sources");
            case OCI_REPOSITORY, BUCKET, GIT_REPOSITORY, HELM_REPOSITORY, HELM_CHART -> List.of();
            case EXTERNAL_ARTIFACT, IMAGE_REPOSITORY, PROVIDER -> List.of();
        };
    }

    private static boolean isElsewhere(JsonNode reference, FluxObject object) {
        String namespace = reference.path("namespace").asText("");
        return !namespace.isEmpty() && !namespace.equals(object.namespace());
    }

    private static List<String> addresses(FluxKind kind, FluxObject object) {
        return kind == FluxKind.PROVIDER && InnerAddress.isOne(object.text("/spec/address"))
                ? List.of("spec.address leads into the cluster or its network: events would no longer be sent there")
                : List.of();
    }
}
