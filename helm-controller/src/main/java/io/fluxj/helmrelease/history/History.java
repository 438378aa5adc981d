package io.fluxj.helmrelease.history;

import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code status.history}, newest first. Source: behaviour §3.7. */
public record History(List<ReleaseSnapshot> entries) {

    private static final int MOST = 5;

    public History {
        entries = entries.stream()
                .sorted(Comparator.comparing(ReleaseSnapshot::version).reversed())
                .toList();
    }

    /** That of a status. */
    public static History of(HelmReleaseStatus status) {
        return new History(status.history());
    }

    /** The status with this history. */
    public HelmReleaseStatus in(HelmReleaseStatus status) {
        return status.withHistory(entries);
    }

    /** The newest entry. */
    public Optional<ReleaseSnapshot> latest() {
        return entries.stream().findFirst();
    }

    /** The newest entry before the latest that worked. */
    public Optional<ReleaseSnapshot> previousGood(boolean ignoresTests) {
        return entries.stream()
                .skip(1)
                .filter(entry -> Snapshots.isGood(entry, ignoresTests))
                .findFirst();
    }

    /** Without what is older than the newest one before the latest that worked; without any such, the newest few. */
    public History truncated(boolean ignoresTests) {
        for (int i = 1; i < entries.size(); i++) {
            if (Snapshots.isGood(entries.get(i), ignoresTests)) {
                return new History(entries.subList(0, i + 1));
            }
        }
        return new History(entries.subList(0, Math.min(MOST, entries.size())));
    }

    /** With this entry in place of the one of its revision, or added. Tests that were run stay, for a record does not tell of them. */
    public History with(ReleaseSnapshot entry) {
        List<ReleaseSnapshot> all = new ArrayList<>();
        boolean placed = false;
        for (ReleaseSnapshot known : entries) {
            boolean same = isSame(known, entry);
            placed |= same;
            all.add(same && !Snapshots.isTested(entry) ? entry.withTestHooks(known.testHooks()) : same ? entry : known);
        }
        if (!placed) {
            all.add(entry);
        }
        return new History(all);
    }

    /** Where what an upgrade goes on from, the newest deployed entry or else the latest, is not marked as made by an action. */
    public History withUnmarkedBase() {
        Optional<ReleaseSnapshot> base = entries.stream()
                .filter(entry -> entry.status().equals("deployed"))
                .findFirst()
                .or(this::latest);
        return base.map(entry -> with(entry.withAction(null))).orElse(this);
    }

    /** The entry of the same revision. */
    Optional<ReleaseSnapshot> find(String name, String namespace, long version) {
        return entries.stream()
                .filter(entry ->
                        entry.name().equals(name) && entry.namespace().equals(namespace) && entry.version() == version)
                .findFirst();
    }

    private static boolean isSame(ReleaseSnapshot one, ReleaseSnapshot other) {
        return one.name().equals(other.name())
                && one.namespace().equals(other.namespace())
                && one.version().equals(other.version());
    }
}
