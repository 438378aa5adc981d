package io.fluxj.apply.prune;

import io.fluxj.apply.Marker;
import io.fluxj.apply.Ownership;
import java.util.Set;

/**
 * What may be deleted.
 *
 * @param ownership only live objects that carry all its labels
 * @param keep live objects that carry any of these are left
 */
public record PruneOptions(Ownership ownership, Set<Marker> keep) {

    public PruneOptions {
        keep = Set.copyOf(keep);
    }
}
