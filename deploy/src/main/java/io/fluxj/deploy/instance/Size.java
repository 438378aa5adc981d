package io.fluxj.deploy.instance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much the controllers get, by the size of the cluster. Source: flux-operator's public API reference, "Cluster size". */
public enum Size {
    /** Tens of applications; small machines. */
    SMALL(new Resources("100m", "64Mi", "1000m", "512Mi"), 5, "10s", new Cache(2, 10)),
    /** Hundreds of applications. */
    MEDIUM(new Resources("100m", "128Mi", "2000m", "1Gi"), 10, "5s", new Cache(5, 50)),
    /** Up to a thousand applications. */
    LARGE(new Resources("100m", "256Mi", "3000m", "3Gi"), 20, "5s", new Cache(10, 100));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Resources resources;

    private final int concurrent;
    private final String requeue;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final Cache cache;

    Size(Resources resources, int concurrent, String requeue, Cache cache) {
        this.resources = resources;
        this.concurrent = concurrent;
        this.requeue = requeue;
        this.cache = cache;
    }

    /** The one of a name in small letters. */
    static Optional<Size> named(String name) {
        return Arrays.stream(values()).filter(size -> size.label().equals(name)).findFirst();
    }

    /** Its name as objects have it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What those that apply may use. */
    Resources resources() {
        return resources;
    }

    /** How many objects those that apply work on at once. */
    int concurrent() {
        return concurrent;
    }

    /** When an object that waits for others is looked at again. */
    String requeue() {
        return requeue;
    }

    /** What source-controller keeps. */
    Cache cache() {
        return cache;
    }

    /** Requests and limits of a container. */
    record Resources(String cpu, String memory, String cpuLimit, String memoryLimit) {}

    /**
     * How source-controller works.
     *
     * @param concurrent objects at once
     * @param helmIndexes kept in memory
     */
    record Cache(int concurrent, int helmIndexes) {}
}
