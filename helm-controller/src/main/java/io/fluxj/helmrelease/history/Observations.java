package io.fluxj.helmrelease.history;

import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helm.release.Release;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records that an action stored, as they were stored last. Belongs to the thread of the action. */
public final class Observations implements Consumer<Release> {

    private final Map<Integer, Release> stored = new TreeMap<>();

    @Override
    public void accept(Release release) {
        stored.put(release.key().revision(), release);
    }

    /** The record with the highest revision. */
    public Optional<Release> newest() {
        return stored.values().stream().reduce((_, later) -> later);
    }

    /**
     * How they are entered.
     *
     * @param action that stored them
     * @param ociDigest of the artifact that the chart of a new one came in
     * @param marksAll whether those that it only changed are marked as its own too
     */
    public record Entering(String action, String ociDigest, boolean marksAll) {}

    /** The history with these records; of those that it does not know only the newest is added. */
    public History in(History history, Snapshots snapshots, Entering how) {
        History entered = history;
        int newest = newest().map(release -> release.key().revision()).orElse(0);
        for (Release release : stored.values()) {
            Optional<ReleaseSnapshot> known = history.find(
                    release.key().name(),
                    release.key().namespace(),
                    release.key().revision());
            boolean isNewest = release.key().revision() == newest;
            if (known.isPresent() || isNewest) {
                String oci = known.map(Snapshots::ociDigest).orElse(how.ociDigest());
                @Nullable String action = isNewest || how.marksAll() ? how.action() : null;
                entered = entered.with(snapshots.of(release, oci, action));
            }
        }
        return entered;
    }
}
