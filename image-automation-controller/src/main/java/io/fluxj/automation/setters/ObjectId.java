package io.fluxj.automation.setters;

import java.util.Comparator;

/** The object that a value belongs to; what it does not say is empty. Ordered as Go orders such keys of maps. */
public record ObjectId(String apiVersion, String kind, String name, String namespace) implements Comparable<ObjectId> {
    private static final Comparator<ObjectId> ORDER = Comparator.comparing(ObjectId::apiVersion)
            .thenComparing(ObjectId::kind)
            .thenComparing(ObjectId::name)
            .thenComparing(ObjectId::namespace);

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }
}
