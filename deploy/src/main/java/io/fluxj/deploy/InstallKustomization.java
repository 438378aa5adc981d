package io.fluxj.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kustomization that makes an installation of the bases.
 *
 * @param definitions files of {@code crds/}
 */
record InstallKustomization(InstallSettings settings, List<String> definitions) {
    private static final String BASES = "../deploy/kustomize/";
    /** Accounts that the bindings of {@code rbac/roles} name, by binding. */
    private static final Map<String, Integer> SUBJECTS =
            Map.of("crd-controller", 7, "cluster-reconciler", 2, "peer-reviewer", 3, "peer-certificates", 3);

    Map<String, Object> top() {
        Map<String, Object> fields = kustomization();
        fields.put("namespace", settings.namespace());
        fields.put("resources", resources());
        fields.put("components", components(List.of()));
        fields.put("labels", List.of(Map.of("pairs", labels())));
        fields.put("images", images());
        fields.put("patches", new DeploymentPatches(settings).all());
        return fields;
    }

    Map<String, Object> roles() {
        Map<String, Object> fields = kustomization();
        fields.put("resources", List.of("../" + BASES + "rbac/roles"));
        fields.put("nameSuffix", "-" + settings.namespace());
        fields.put(
                "patches",
                SUBJECTS.entrySet().stream()
                        .map(binding -> inOurNamespace(binding.getKey(), binding.getValue()))
                        .toList());
        return fields;
    }

    static Map<String, Object> kustomization() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("apiVersion", "kustomize.config.k8s.io/v1beta1");
        fields.put("kind", "Kustomization");
        return fields;
    }

    private List<String> resources() {
        List<String> resources = new ArrayList<>(List.of(BASES + "namespace", "roles"));
        if (settings.networkPolicies()) {
            resources.add(BASES + "policies");
        }
        Set<Controller> controllers = settings.controllers();
        definitions.stream()
                .filter(file -> controllers.stream().anyMatch(controller -> controller.brings(file)))
                .forEach(file -> resources.add("../crds/" + file));
        controllers.forEach(controller -> resources.add(BASES + "controllers/" + controller.objectName()));
        return resources;
    }

    /** Those of the settings, after them others that lie beside them. */
    List<String> components(List<String> others) {
        return Stream.concat(settings.additions().stream().map(Addition::folder), others.stream())
                .map(folder -> BASES + "components/" + folder)
                .toList();
    }

    private Map<String, String> labels() {
        return Map.of(
                "app.kubernetes.io/instance",
                settings.namespace(),
                "app.kubernetes.io/part-of",
                "flux",
                "app.kubernetes.io/version",
                settings.images().tag());
    }

    private List<Map<String, String>> images() {
        return Stream.of(Controller.values())
                .map(controller -> Map.of(
                        "name", Images.REGISTRY + "/" + controller.objectName(),
                        "newName", settings.images().registry() + "/" + controller.objectName(),
                        "newTag", settings.images().tag()))
                .toList();
    }

    private Map<String, Object> inOurNamespace(String binding, int subjects) {
        List<Object> operations = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            operations.add(JsonPatch.replace("/subjects/" + i + "/namespace", settings.namespace()));
        }
        return JsonPatch.on(Map.of("kind", "(Cluster)?RoleBinding", "name", binding), operations);
    }
}
