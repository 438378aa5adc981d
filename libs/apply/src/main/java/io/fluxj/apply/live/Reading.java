package io.fluxj.apply.live;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;

/** Looks at one object once. */
final class Reading {

    private Reading() {}

    static Sighting of(Cluster cluster, ObjectRef ref) {
        try {
            return cluster.get(ref).<Sighting>map(Sighting.Present::new).orElseGet(Sighting.Absent::new);
        } catch (UnknownKindException e) {
            return new Sighting.Unserved(String.valueOf(e.getMessage()));
        } catch (ApiException e) {
            return new Sighting.Unreadable(String.valueOf(e.getMessage()), !e.unanswered());
        }
    }
}
