package io.fluxj.cli.object;

import io.fluxj.cli.kind.FluxKind;
import java.util.Optional;

/** An object by kind, namespace and name, as others refer to it. */
public record ObjectReference(String kind, String namespace, String name) {

    /** The kind, if it is one of Flux's. */
    public Optional<FluxKind> fluxKind() {
        return FluxKind.ofKind(kind);
    }

    @Override
    public String toString() {
        return kind + "/" + namespace + "/" + name;
    }
}
