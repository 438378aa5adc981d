package io.fluxj.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Documents;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import java.util.List;

/** Objects of one kind, printed. */
record Export(Session session, FluxKind kind) {
    private static final List<String> KEPT = List.of("name", "namespace", "labels", "annotations");

    List<FluxObject> all() {
        List<FluxObject> found = new Objects(session).list(kind, Objects.Selection.of(session.namespace()));
        if (found.isEmpty()) {
            throw new CommandFailure("no %s objects found in %s namespace".formatted(kind.kind(), session.namespace()));
        }
        return found;
    }

    FluxObject one(String name) {
        return new Objects(session).get(kind, session.namespace(), name);
    }

    void print(FluxObject object) {
        ObjectNode printed = object.json().deepCopy();
        printed.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        printed.remove("status");
        printed.withObjectProperty("metadata").retain(KEPT);
        write(printed);
    }

    /** The Secret that a source names, where there is one. */
    void printSecret(FluxObject source) {
        String name = source.text("/spec/secretRef/name");
        if (name.isEmpty()) {
            return;
        }
        ObjectRef ref = new ObjectRef("", "v1", "Secret", source.namespace(), name);
        ObjectNode secret = Cluster.of(session.client())
                .get(ref)
                .orElseThrow(
                        () -> new CommandFailure("Secret '%s' of %s not found".formatted(name, source.reference())));
        secret.put("apiVersion", "v1").put("kind", "Secret");
        secret.withObjectProperty("metadata").retain(KEPT);
        write(secret);
    }

    private void write(ObjectNode object) {
        session.terminal().out().print("---\n" + Documents.yaml(object));
    }
}
