package io.fluxj.helm.action;

import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseHistory;
import io.fluxj.helm.release.ReleaseKey;
import java.util.List;
import java.util.function.Consumer;

/**
 * The records of releases, and who wants to know what is written to them.
 *
 * @param observer called with every record right after it was created or replaced
 */
public record ReleaseStorage(ReleaseHistory history, Consumer<Release> observer) {

    /** The revisions of a release, the oldest first. */
    List<Release> revisions(String name) {
        return history.revisions(name);
    }

    void create(Release release) {
        history.create(release);
        observer.accept(release);
    }

    void update(Release release) {
        history.update(release);
        observer.accept(release);
    }

    void delete(ReleaseKey key) {
        history.delete(key);
    }
}
