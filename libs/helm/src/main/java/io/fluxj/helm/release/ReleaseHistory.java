package io.fluxj.helm.release;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions of releases in one namespace, in Helm's own records.
 *
 * @param most revisions that are kept of one release, the newest one included; 0 for all
 */
public record ReleaseHistory(RecordStore store, int most, Clock clock) {
    private static final Set<String> SYSTEM_LABELS =
            Set.of("name", "owner", "status", "version", "createdAt", "modifiedAt");
    private static final int LARGEST = 1 << 20;

    /**
     * Revisions of a release, the oldest first.
     *
     * @throws HelmException naming the record that cannot be read, of whatever revision: what is not known is not acted on
     */
    public List<Release> revisions(String name) {
        return releases(Map.of("name", name, "owner", "helm"));
    }

    /** The newest revision. */
    public Optional<Release> last(String name) {
        List<Release> all = revisions(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The newest of those whose label says that they are deployed. */
    public Optional<Release> deployed(String name) {
        List<Release> all = releases(Map.of("name", name, "owner", "helm", "status", "deployed"));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    public Optional<Release> find(ReleaseKey key) {
        return store.find(key.recordName()).map(ReleaseHistory::release);
    }

    private List<Release> releases(Map<String, String> labels) {
        return store.list(labels).stream()
                .map(ReleaseHistory::release)
                .sorted(Comparator.comparingInt(release -> release.key().revision()))
                .toList();
    }

    private static Release release(StoredRecord stored) {
        Map<String, String> custom = new HashMap<>(stored.labels());
        custom.keySet().removeAll(SYSTEM_LABELS);
        try {
            Release release =
                    ReleaseJson.decoded(ReleaseCodec.json(stored.data().getBytes(StandardCharsets.UTF_8)), custom);
            return requireOwn(release, stored);
        } catch (HelmException e) {
            throw e.within("record " + stored.name() + " cannot be read")
                    .advising("restore it, or delete it if nobody needs its revision; until then nothing is changed");
        }
    }

    private static Release requireOwn(Release release, StoredRecord stored) {
        if (!release.key().recordName().equals(stored.name())) {
            throw new HelmException(Subject.RELEASE, "it holds " + release.key());
        }
        return release;
    }

    /**
     * Stores a new revision, once there is room for it.
     *
     * @throws HelmException when it is larger than what Kubernetes stores, or has a label of Helm's own
     */
    public void create(Release release) {
        StoredRecord stored = stored(release, "createdAt");
        if (most > 0) {
            prune(release.key().name(), most - 1);
        }
        store.create(stored);
    }

    /**
     * Replaces a revision.
     *
     * @throws HelmException as for a new one
     */
    public void update(Release release) {
        store.update(stored(release, "modifiedAt"));
    }

    public void delete(ReleaseKey key) {
        store.delete(key.recordName());
    }

    /** Deletes the oldest revisions until so many are left, but never the one that is deployed. */
    private void prune(String name, int left) {
        List<Release> all = revisions(name);
        int deployed = deployed(name).map(release -> release.key().revision()).orElse(0);
        List<ReleaseKey> doomed = new ArrayList<>();
        for (Release release : all) {
            if (all.size() - doomed.size() > left && release.key().revision() != deployed) {
                doomed.add(release.key());
            }
        }
        doomed.forEach(this::delete);
    }

    private StoredRecord stored(Release release, String stamp) {
        for (String label : release.labels().keySet()) {
            if (SYSTEM_LABELS.contains(label)) {
                throw new HelmException(
                        Subject.RELEASE,
                        "user supplied labels contains system reserved label name. System labels: [name owner status version"
                                + " createdAt modifiedAt]");
            }
        }
        byte[] data = ReleaseCodec.encoded(release);
        requireSmall(release.key(), data.length);
        return new StoredRecord(
                release.key().recordName(), labels(release, stamp), new String(data, StandardCharsets.UTF_8));
    }

    private static void requireSmall(ReleaseKey key, int size) {
        if (size > LARGEST) {
            throw new HelmException(
                            Subject.LIMIT,
                            "release " + Quoting.quoted(key.name()) + " revision " + key.revision() + " takes " + size
                                    + " bytes, and Kubernetes stores at most " + LARGEST + " in a Secret")
                    .advising("leave large files out of the chart by .helmignore, or split the chart");
        }
    }

    private Map<String, String> labels(Release release, String stamp) {
        Map<String, String> labels = new HashMap<>(release.labels());
        labels.put(stamp, String.valueOf(clock.instant().getEpochSecond()));
        labels.put("name", release.key().name());
        labels.put("owner", "helm");
        labels.put("status", release.status().text());
        labels.put("version", String.valueOf(release.key().revision()));
        return labels;
    }
}
