package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Documents;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Terminal;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;
import io.fluxj.cli.object.ReconcileRequest;
import java.util.Optional;

/**
 * One object: printed, or applied and waited for.
 *
 * @param session of the command
 * @param flags of every {@code create}
 * @param kind of the object
 */
record Creation(Session session, CreateFlags flags, FluxKind kind) {
    /** What happens just before the object is applied, such as a Secret that it names being made. */
    interface Beforehand {
        void run();
    }

    int of(Spec spec) {
        return of(spec, () -> {});
    }

    int of(Spec spec, Beforehand beforehand) {
        ObjectNode object = object(spec);
        Terminal terminal = session.terminal();
        if (flags.export()) {
            terminal.out().print("---\n" + Documents.yaml(object));
            return 0;
        }
        terminal.generating("generating %s".formatted(spoken()));
        beforehand.run();
        terminal.action("applying %s".formatted(spoken()));
        Applier applier = Applier.of(session);
        boolean isNew = applier.cluster().get(ObjectRef.of(object)).isEmpty();
        var _ = applier.apply(object);
        terminal.success("%s %s".formatted(spoken(), isNew ? "created" : "updated"));
        if (kind.reconciled() && !new FluxObject(object).unattended(kind)) {
            await();
        }
        return 0;
    }

    /** A source is called so. */
    private String spoken() {
        return kind.source() ? kind.kind() + " source" : kind.kind();
    }

    private ObjectNode object(Spec spec) {
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", kind.apiVersion())
                .put("kind", kind.kind());
        ObjectNode metadata =
                object.putObject("metadata").put("name", flags.name()).put("namespace", session.namespace());
        if (!flags.labels().isEmpty()) {
            ObjectNode labels = metadata.putObject("labels");
            flags.labels().forEach(labels::put);
        }
        object.set("spec", spec.json());
        return object;
    }

    private void await() {
        Terminal terminal = session.terminal();
        terminal.waiting("waiting for %s reconciliation".formatted(spoken()));
        FluxObject object = new ReconcileRequest(session).awaitDecided(kind, session.namespace(), flags.name());
        Optional<Condition> failed = object.condition("Ready").filter(ready -> !ready.isTrue());
        if (failed.isPresent()) {
            throw new CommandFailure("%s is not ready: %s"
                    .formatted(object.reference(), failed.get().message()));
        }
        if (kind.source()) {
            terminal.success("%s reconciliation completed".formatted(spoken()));
            tell("fetched revision: %s", object.text("/status/artifact/revision"));
        } else {
            terminal.success("%s %s is ready".formatted(kind.kind(), flags.name()));
            tell("applied revision %s", object.text("/status/lastAppliedRevision"));
            tell("generated webhook URL %s", object.text("/status/webhookPath"));
        }
    }

    private void tell(String format, String value) {
        if (!value.isEmpty()) {
            session.terminal().success(format.formatted(value));
        }
    }
}
