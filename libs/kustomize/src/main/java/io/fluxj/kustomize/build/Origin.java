package io.fluxj.kustomize.build;

import io.fluxj.kustomize.RemoteBases.RemoteBase;
import io.fluxj.kustomize.load.TreePaths;
import io.fluxj.kustomize.yaml.NodeText;
import io.fluxj.kustomize.yaml.OrderedNodes;
import java.util.Optional;

/**
 * Where an object, a generator or a transformer came from, for the annotations that {@code buildMetadata} asks for.
 *
 * @param path file or directory, from where the build began; in a remote repository from its root
 * @param by what is configured in a file, {@link Configured#NOTHING} for plain objects
 */
record Origin(String path, String repository, String reference, String configuredIn, Configured by) {

    static final Origin START = new Origin("", "", "", "", Configured.NOTHING);

    /** A generator or transformer. */
    record Configured(String apiVersion, String kind, String name, String namespace) {
        static final Configured NOTHING = new Configured("", "", "", "");

        static Configured builtin(String kind) {
            return new Configured("builtin", kind, "", "");
        }
    }

    Origin append(String step, Optional<RemoteBase> fetched) {
        return fetched.map(base -> new Origin(base.directory(), base.repository(), base.reference(), "", by))
                .orElseGet(() -> new Origin(TreePaths.join(path, step), repository, reference, "", by));
    }

    /** Origin of what a field of the kustomization file here makes or changes. */
    Origin configured(String file, Configured what) {
        return new Origin("", repository, reference, TreePaths.join(path, file), what);
    }

    /** Origin of what a plugin makes or changes that was itself read from here. */
    Origin configuredHere(Configured what) {
        return new Origin("", repository, reference, path, what);
    }

    /** The text of the annotation. */
    String text() {
        return NodeText.of(fields().node());
    }

    OrderedNodes fields() {
        return new OrderedNodes()
                .put("path", path)
                .put("repo", repository)
                .put("ref", reference)
                .put("configuredIn", configuredIn)
                .put(
                        "configuredBy",
                        new OrderedNodes()
                                .put("apiVersion", by.apiVersion())
                                .put("kind", by.kind())
                                .put("name", by.name())
                                .put("namespace", by.namespace()));
    }
}
