package io.fluxj.helm.action;

import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseStatus;
import java.util.List;
import java.util.Optional;

/** What the next revision of a release would be, without making it. */
public final class Preview {
    private final ActionTools tools;

    public Preview(ActionTools tools) {
        this.tools = tools;
    }

    /**
     * A revision that is not made.
     *
     * @param former the last one there is; empty when there is none, or it was uninstalled
     * @param objects of the manifest as they would be sent; hooks are not among them
     */
    public record Seen(Optional<Release> former, List<ReleaseObject> objects) {
        public Seen {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Renders what is wanted as an install or an upgrade would.
     *
     * @throws ActionException when it does not render, or has objects of kinds that the cluster does not serve yet
     */
    public Seen run(Wanted wanted, ActionOptions options) {
        return Attempt.of(() -> seen(wanted, options));
    }

    private Seen seen(Wanted wanted, ActionOptions options) {
        List<Release> former = tools.storage().revisions(wanted.name());
        Optional<Release> last = former.isEmpty() || former.getLast().status() == ReleaseStatus.UNINSTALLED
                ? Optional.empty()
                : Optional.of(former.getLast());
        int revision = last.map(release -> release.key().revision() + 1).orElse(1);
        String manifest = new Preparation(tools, options)
                .rendered(wanted, revision, last.isPresent())
                .manifest();
        List<ReleaseObject> objects = new ManifestReader(tools.cluster(), wanted.namespace()).read(manifest);
        return new Seen(last, new ReleaseOwner(wanted.name(), wanted.namespace()).marked(objects));
    }
}
