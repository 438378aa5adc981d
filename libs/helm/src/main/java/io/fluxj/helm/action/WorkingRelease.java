package io.fluxj.helm.action;

import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The revision that an action works on, as it is now; storage follows when it is told to. */
final class WorkingRelease {
    private final ReleaseStorage storage;
    private Release release;

    WorkingRelease(ReleaseStorage storage, Release release) {
        this.storage = storage;
        this.release = release;
    }

    Release now() {
        return release;
    }

    void mark(ReleaseStatus status, String description) {
        release = release.withInfo(release.info().withStatus(status, description));
    }

    void changeHook(int index, UnaryOperator<Hook> change) {
        List<Hook> hooks = new ArrayList<>(release.objects().hooks());
        hooks.set(index, change.apply(hooks.get(index)));
        release = release.withHooks(hooks);
    }

    void orderHooks(List<Hook> hooks) {
        release = release.withHooks(hooks);
    }

    void store() {
        storage.update(release);
    }
}
