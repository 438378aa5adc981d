package io.fluxj.cli.explain;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.ObjectReference;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.References;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From an object that is not ready to the one whose fault it is: as long as something that it needs is not usable, that is looked at next.
 *
 * @param session where the objects are read
 */
record Chain(Session session) {

    /** One object on the way. */
    sealed interface Link {
        /** Which object. */
        ObjectReference reference();

        /** It is there. */
        record Present(ObjectReference reference, FluxKind kind, FluxObject object, Verdict verdict) implements Link {}

        /** It is needed, but does not exist. */
        record Missing(ObjectReference reference) implements Link {}
    }

    /** The way, the object itself first, the root cause last. */
    List<Link> from(FluxKind kind, FluxObject object) {
        List<Link> links = new ArrayList<>();
        Set<ObjectReference> seen = new HashSet<>();
        Optional<Link> next = Optional.of(present(kind, object));
        while (next.isPresent() && seen.add(next.get().reference())) {
            links.add(next.get());
            next = below(next.get());
        }
        return links;
    }

    private Optional<Link> below(Link link) {
        return switch (link) {
            case Link.Missing missing -> Optional.empty();
            case Link.Present present ->
                present.verdict() instanceof Verdict.Suspended ? Optional.empty() : unusable(present);
        };
    }

    /** What a ready object once needed may have gone since; that is no reason yet. */
    private Optional<Link> unusable(Link.Present present) {
        if (present.verdict() instanceof Verdict.Ready) {
            return Optional.empty();
        }
        return References.needed(present.kind(), present.object()).stream()
                .flatMap(reference -> look(reference).stream())
                .filter(link ->
                        !(link instanceof Link.Present found && found.verdict().usable()))
                .findFirst();
    }

    /** What is at a reference; empty for kinds that are not Flux's. */
    Optional<Link> look(ObjectReference reference) {
        return reference.fluxKind().map(kind -> new Objects(session)
                .find(kind, reference.namespace(), reference.name())
                .<Link>map(object -> present(kind, object))
                .orElseGet(() -> new Link.Missing(reference)));
    }

    private static Link.Present present(FluxKind kind, FluxObject object) {
        ObjectReference reference = new ObjectReference(kind.kind(), object.namespace(), object.name());
        return new Link.Present(reference, kind, object, Verdict.of(kind, object));
    }
}
