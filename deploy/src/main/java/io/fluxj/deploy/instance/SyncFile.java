package io.fluxj.deploy.instance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.deploy.instance.FluxInstance.Origin;
import io.fluxj.deploy.instance.FluxInstance.Sync;

/**
 * The source that the cluster follows, and the Kustomization that applies it: as {@code bootstrap} makes them, so that either goes on with what the other made.
 *
 * @param instance whose
 * @param sync what is asked for
 */
record SyncFile(FluxInstance instance, Sync sync) {
    /** Where it lies. */
    static final String PATH = "sync/sync.yaml";

    private static final String SOURCES = "source.toolkit.fluxcd.io/v1";

    /** Both objects, each on a line. */
    String text() {
        return source() + "\n---\n" + kustomization() + "\n";
    }

    private ObjectNode source() {
        Origin origin = sync.origin();
        ObjectNode source = object(SOURCES, origin.kind());
        ObjectNode spec = source.putObject("spec").put("interval", sync.interval());
        switch (origin.kind()) {
            case "GitRepository" ->
                spec.put("url", origin.url()).putObject("ref").put("name", origin.ref());
            case "OCIRepository" ->
                spec.put("url", origin.url()).putObject("ref").put("tag", origin.ref());
            default -> spec.put("endpoint", origin.url()).put("bucketName", origin.ref());
        }
        if (!origin.pullSecret().isEmpty()) {
            spec.putObject("secretRef").put("name", origin.pullSecret());
        }
        if (!origin.provider().isEmpty()) {
            spec.put("provider", origin.provider());
        }
        return source;
    }

    private ObjectNode kustomization() {
        ObjectNode kustomization = object("kustomize.toolkit.fluxcd.io/v1", "Kustomization");
        ObjectNode spec = kustomization.putObject("spec");
        spec.put("interval", "10m0s").put("path", sync.path()).put("prune", true);
        spec.putObject("sourceRef").put("kind", sync.origin().kind()).put("name", sync.name());
        if (instance.cluster().tenancy().lockdown()) {
            spec.put("serviceAccountName", "kustomize-controller");
        }
        return kustomization;
    }

    private ObjectNode object(String version, String kind) {
        ObjectNode object =
                JsonNodeFactory.instance.objectNode().put("apiVersion", version).put("kind", kind);
        object.putObject("metadata").put("name", sync.name()).put("namespace", instance.namespace());
        return object;
    }
}
