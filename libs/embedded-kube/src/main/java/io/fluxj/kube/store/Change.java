package io.fluxj.kube.store;

import io.fluxj.kube.api.Key;
import org.jspecify.annotations.Nullable;

/** One write, linked to the next one of the same resource. */
public final class Change {
    private final Key key;
    private final long revision;
    private final @Nullable Stored before;
    private final @Nullable Stored after;
    private volatile @Nullable Change next;
    private volatile boolean severed;

    Change(Key key, long revision, @Nullable Stored before, @Nullable Stored after) {
        this.key = key;
        this.revision = revision;
        this.before = before;
        this.after = after;
    }

    /** Which object. */
    public Key key() {
        return key;
    }

    /** The revision that the write got. */
    public long revision() {
        return revision;
    }

    /** The state before, at its own revision; null when the object was created. */
    public @Nullable Stored before() {
        return before;
    }

    /** The state after; null when the object was removed. */
    public @Nullable Stored after() {
        return after;
    }

    @Nullable
    Change next() {
        return next;
    }

    void link(Change change) {
        next = change;
    }

    /** About how many bytes it holds on to, as JSON. */
    int size() {
        Stored held = after == null ? before : after;
        return held == null ? 0 : held.json().length;
    }

    /** Lets go of what follows: a reader that has come no further than here is too late for it. */
    void sever() {
        severed = true;
        next = null;
    }

    boolean severed() {
        return severed;
    }
}
