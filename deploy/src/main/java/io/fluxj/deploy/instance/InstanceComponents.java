package io.fluxj.deploy.instance;

import io.fluxj.deploy.Controller;
import io.fluxj.deploy.PackagedFiles;
import io.fluxj.deploy.instance.FluxInstance.Shards;
import io.fluxj.deploy.instance.FluxInstance.Storage;
import io.fluxj.deploy.instance.FluxInstance.Tenancy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The components of {@code deploy/kustomize/components} that an instance needs, with its own names in the place of those that the files have.
 *
 * @param packaged the files
 * @param instance what is asked for
 */
record InstanceComponents(PackagedFiles packaged, FluxInstance instance) {
    private static final String FOLDER = "deploy/kustomize/components/";
    private static final long LARGEST = 1 << 20;
    /** The shard that the files show. */
    private static final String SHOWN = "shard1";

    private static final String CLAIM = "source-controller";

    /** The folders, in the order in which they go together. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (!shards().names().isEmpty()) {
            names.add("instance-sharding");
        }
        if (tenancy().lockdown()) {
            names.add("instance-lockdown");
        }
        switch (tenancy().identity()) {
            case CONTROLLER -> {}
            case OBJECT, TENANT -> names.add("instance-identity");
        }
        if (instance.placement().storage().isPresent()) {
            names.add("instance-persistence");
        }
        return names;
    }

    /** Their files. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        put(files, "sharding", sharding());
        shards().names().forEach(name -> put(files, "sharding/" + name, shard(name)));
        put(files, "lockdown", lockdown());
        put(files, "identity", identity());
        instance.placement().storage().ifPresent(storage -> {
            put(files, "persistence", text("persistence/kustomization.yaml").replace("gotk-pvc", CLAIM));
            files.put(FOLDER + "instance-persistence/claim.yaml", claim(storage));
            if (shards().persistent()) {
                shards().names()
                        .forEach(name ->
                                files.put(FOLDER + "instance-sharding/" + name + "/claim.yaml", claim(storage)));
            }
        });
        return files;
    }

    private static void put(Map<String, String> files, String component, String text) {
        files.put(FOLDER + "instance-" + component + "/kustomization.yaml", text);
    }

    private Tenancy tenancy() {
        return instance.cluster().tenancy();
    }

    private Shards shards() {
        return instance.placement().shards();
    }

    private String account() {
        return tenancy().account();
    }

    private String sharding() {
        String list = shards().names().stream().map("- %s\n"::formatted).collect(Collectors.joining());
        return text("sharding/kustomization.yaml")
                .replace("- " + SHOWN + "\n", list)
                .replace("sharding.fluxcd.io/key", shards().key());
    }

    /** One shard: only of those controllers that are installed, and with a volume where that is asked for. */
    private String shard(String name) {
        String text = text("sharding/" + SHOWN + "/kustomization.yaml");
        for (Controller absent : absent()) {
            text = text.replace("- ../../../controllers/" + absent.objectName() + "\n", "");
        }
        if (shards().persistent()) {
            text = text.replaceFirst("(?m)^resources:\n", "resources:\n- claim.yaml\n")
                    + patchesOf(text("persistence/kustomization.yaml"))
                            .replace("gotk-pvc", CLAIM)
                            .replaceFirst("    labelSelector: .*\n", "");
        }
        return text.replace("sharding.fluxcd.io/key", shards().key())
                .replace(SHOWN, name)
                .replace("svc.cluster.local.", "svc." + instance.cluster().domain() + ".");
    }

    private List<Controller> absent() {
        return List.of(Controller.SOURCE, Controller.KUSTOMIZE, Controller.HELM).stream()
                .filter(controller -> !instance.components().contains(controller))
                .toList();
    }

    /** The profile gives objects the account "default"; a flag beside it overrules that. */
    private String lockdown() {
        return text("lockdown/kustomization.yaml") + """
                - target:
                    kind: Deployment
                    name: (kustomize-controller|helm-controller)
                  patch: |-
                    - op: add
                      path: /spec/template/spec/containers/0/args/-
                      value: --default-service-account=%s
                """.formatted(account());
    }

    private String identity() {
        String text = text("workload-identity/kustomization.yaml")
                .replace(
                        "decryption-service-account=default",
                        "decryption-service-account=" + tenancy().decryptionAccount())
                .replace(
                        "kubeconfig-service-account=default",
                        "kubeconfig-service-account=" + tenancy().kubeConfigAccount())
                .replace("--default-service-account=default", "--default-service-account=" + account());
        return switch (tenancy().identity()) {
            case CONTROLLER, TENANT -> text;
            case OBJECT -> withFirstPatchOnly(text);
        };
    }

    /** The first lets objects name accounts; the others give them one where they name none. */
    private static String withFirstPatchOnly(String text) {
        int first = text.indexOf("- target:");
        int second = text.indexOf("- target:", first + 1);
        return text.substring(0, second);
    }

    private static String patchesOf(String text) {
        return text.substring(text.indexOf("- target:"));
    }

    private String claim(Storage storage) {
        return text("persistence/claim.yaml")
                .replace("gotk-pvc", CLAIM)
                .replace("10Gi", storage.size())
                .replace("spec:\n", "spec:\n  storageClassName: \"" + storage.storageClass() + "\"\n");
    }

    private String text(String path) {
        try {
            return new String(packaged.readBytes(FOLDER + path, LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + " of the packaged manifests", e);
        }
    }
}
