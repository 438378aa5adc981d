package io.fluxj.apply.stage;

import io.fluxj.apply.Marker;
import java.util.Set;

/**
 * The labels and annotations by which manifests and live objects steer an apply.
 *
 * @param exclude on the manifest or the live object: leave it alone
 * @param ifNotPresent on the manifest: create it, never change it
 * @param recreate on the manifest or the live object: delete and create it when a field cannot be changed
 * @param keepManagers on the manifest or the live object: do not take over what other managers own
 */
public record Markers(Set<Marker> exclude, Set<Marker> ifNotPresent, Set<Marker> recreate, Set<Marker> keepManagers) {

    public Markers {
        exclude = Set.copyOf(exclude);
        ifNotPresent = Set.copyOf(ifNotPresent);
        recreate = Set.copyOf(recreate);
        keepManagers = Set.copyOf(keepManagers);
    }

    /** No object can ask for anything. */
    public static Markers none() {
        return new Markers(Set.of(), Set.of(), Set.of(), Set.of());
    }
}
