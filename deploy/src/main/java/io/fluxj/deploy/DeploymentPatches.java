package io.fluxj.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What settings change in the Deployments of the bases. */
record DeploymentPatches(InstallSettings settings) {
    private static final String ARGUMENTS = "/spec/template/spec/containers/0/args/";
    private static final String POD = "/spec/template/spec/";
    /** Where {@code --storage-adv-addr} stands among the arguments of those that serve artifacts. */
    private static final int ADVERTISED = 6;

    private static final Map<String, String> ALL = Map.of("kind", "Deployment");

    List<Object> all() {
        List<Object> patches = new ArrayList<>();
        for (Controller controller : settings.controllers()) {
            patches.add(JsonPatch.on(named(controller), flags(controller)));
            if (controller.servesArtifacts()) {
                patches.add(advertised(controller, "!sharding.fluxcd.io/role", ""));
            }
        }
        if (settings.additions().contains(Addition.SHARDING)) {
            patches.add(advertised(Controller.SOURCE, "sharding.fluxcd.io/role=shard1", "-shard1"));
        }
        if (settings.controllers().contains(Controller.SOURCE_WATCHER)) {
            patches.add(JsonPatch.on(
                    Map.of("kind", "Deployment", "name", "(kustomize-controller|helm-controller)"),
                    List.of(JsonPatch.add(ARGUMENTS + "-", "--feature-gates=ExternalArtifact=true"))));
        }
        placement(patches);
        return patches;
    }

    private List<Object> flags(Controller controller) {
        List<String> values = new ArrayList<>();
        if (controller.postsEvents()) {
            values.add("--events-addr=" + eventsAddress());
        }
        values.add("--watch-all-namespaces=" + settings.flags().watchAllNamespaces());
        values.add("--log-level=" + settings.flags().logLevel());
        List<Object> operations = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            operations.add(JsonPatch.replace(ARGUMENTS + i, values.get(i)));
        }
        return operations;
    }

    private String eventsAddress() {
        return settings.controllers().contains(Controller.NOTIFICATION)
                ? "http://notification-controller.%s.svc.%s./"
                        .formatted(settings.namespace(), settings.flags().clusterDomain())
                : "";
    }

    private Map<String, Object> advertised(Controller controller, String labels, String suffix) {
        Map<String, String> target =
                Map.of("kind", "Deployment", "name", controller.objectName(), "labelSelector", labels);
        String value = "--storage-adv-addr=%s%s.$(RUNTIME_NAMESPACE).svc.%s."
                .formatted(controller.objectName(), suffix, settings.flags().clusterDomain());
        return JsonPatch.on(target, List.of(JsonPatch.replace(ARGUMENTS + ADVERTISED, value)));
    }

    private void placement(List<Object> patches) {
        if (!settings.images().pullSecret().isEmpty()) {
            Object secrets = List.of(Map.of("name", settings.images().pullSecret()));
            patches.add(JsonPatch.on(ALL, List.of(JsonPatch.add(POD + "imagePullSecrets", secrets))));
        }
        if (!settings.tolerationKeys().isEmpty()) {
            Object tolerations = settings.tolerationKeys().stream()
                    .map(key -> Map.of("key", key, "operator", "Exists"))
                    .toList();
            patches.add(JsonPatch.on(ALL, List.of(JsonPatch.add(POD + "tolerations", tolerations))));
        }
    }

    private static Map<String, String> named(Controller controller) {
        return Map.of("kind", "Deployment", "name", controller.objectName());
    }
}
