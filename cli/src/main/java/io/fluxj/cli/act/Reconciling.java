package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Terminal;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.ReconcileRequest;
import java.util.List;

/** Asks for a pass over one object and tells the user how it went. */
record Reconciling(Session session) {
    private static final String REGISTRY = "OCI";

    /**
     * Asks, waits, tells.
     *
     * @param also further annotations that get the token
     * @return the object after the pass
     * @throws CommandFailure when the object is not there, is suspended, or is not ready after the pass
     */
    FluxObject run(FluxKind kind, String namespace, String name, List<String> also) {
        FluxObject object = new Objects(session).get(kind, namespace, name);
        if (object.suspended()) {
            throw new CommandFailure("resource is suspended");
        }
        Terminal terminal = session.terminal();
        if (kind == FluxKind.HELM_REPOSITORY && object.text("/spec/type").equalsIgnoreCase(REGISTRY)) {
            terminal.success("reconciliation not supported by '%s' type Helm repository %s".formatted("oci", name));
            return object;
        }
        terminal.action("annotating %s %s in %s namespace".formatted(kind.kind(), name, namespace));
        ReconcileRequest request = new ReconcileRequest(session);
        FluxObject asked = request.ask(kind, namespace, name, also);
        terminal.success("%s annotated".formatted(kind.kind()));
        terminal.waiting("waiting for %s reconciliation".formatted(kind.kind()));
        FluxObject done = request.await(kind, asked);
        requireReady(kind, done);
        terminal.success(SuccessMessage.of(kind, done));
        return done;
    }

    /** Fails unless an object is ready, with what its controller said. */
    static void requireReady(FluxKind kind, FluxObject object) {
        Condition ready = object.condition("Ready").orElseThrow(() -> new CommandFailure("status can't be determined"));
        if (!ready.isTrue()) {
            throw new CommandFailure("%s reconciliation failed: '%s'".formatted(kind.kind(), ready.message()));
        }
    }
}
