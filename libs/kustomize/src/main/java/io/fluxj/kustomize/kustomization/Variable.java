package io.fluxj.kustomize.kustomization;

import io.fluxj.kustomize.id.Gvk;
import java.util.Objects;

/** One entry of {@code vars}. */
public record Variable(String name, Gvk kind, String objectName, String objectNamespace, String fieldPath) {

    private record Target(Gvk gvk, String name, String namespace) {}

    static Variable read(Fields fields) {
        Target target =
                Objects.requireNonNullElse(fields.object("objref", Variable::target), new Target(Gvk.ANY, "", ""));
        String path = Objects.requireNonNullElse(fields.object("fieldref", f -> f.text("fieldPath")), "");
        return new Variable(
                fields.text("name"),
                target.gvk(),
                target.name(),
                target.namespace(),
                path.isEmpty() ? "metadata.name" : path);
    }

    private static Target target(Fields fields) {
        Gvk gvk = Selector.gvk(fields);
        String apiVersion = fields.text("apiVersion");
        if (!apiVersion.isEmpty()) {
            Gvk read = Gvk.of(apiVersion, gvk.kind());
            gvk = read.group().isEmpty() ? new Gvk(gvk.group(), read.version(), gvk.kind()) : read;
        }
        return new Target(gvk, fields.text("name"), fields.text("namespace"));
    }
}
