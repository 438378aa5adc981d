package io.fluxj.cli.act;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.ObjectReference;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.References;
import java.util.List;

/** {@code --with-source}: the source of an object is reconciled before the object. */
record SourceFirst(Session session) {

    /** Reconciles what the object comes from; of a release also the chart in between. */
    void run(FluxKind kind, FluxObject object) {
        ObjectReference source = References.source(kind, object)
                .orElseThrow(() -> new CommandFailure(object.reference() + " names no source"));
        FluxKind sourceKind = source.fluxKind()
                .orElseThrow(() -> new CommandFailure("the source %s of %s is of a kind that cannot be reconciled"
                        .formatted(source, object.reference())));
        if (sourceKind == FluxKind.HELM_CHART) {
            run(sourceKind, new Objects(session).get(sourceKind, source.namespace(), source.name()));
        }
        if (!sourceKind.reconciled()) {
            session.terminal().warning("%s is written by others: it is taken as it is".formatted(source));
            return;
        }
        new Reconciling(session).run(sourceKind, source.namespace(), source.name(), List.of());
    }
}
