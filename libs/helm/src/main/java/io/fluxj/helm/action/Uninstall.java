package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.helm.Notice;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.manifest.KindOrder;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes a release away. */
public final class Uninstall {
    private final ActionTools tools;

    public Uninstall(ActionTools tools) {
        this.tools = tools;
    }

    /**
     * Deletes the objects of a release and its records.
     *
     * @throws ActionException with the revision as it is stored, or without any when there is none
     */
    public Uninstalled run(String name, ActionOptions options) {
        return Attempt.of(() -> uninstalled(name, options));
    }

    private Uninstalled uninstalled(String name, ActionOptions options) throws InterruptedException {
        List<Release> revisions = tools.storage().revisions(name);
        if (revisions.isEmpty()) {
            throw new ActionException(
                    "uninstall: Release not loaded: " + name + ": release: not found", new ActionFailure.NotFound());
        }
        Release last = revisions.getLast();
        if (last.status() == ReleaseStatus.UNINSTALLED) {
            return purged(last, revisions, options);
        }
        WorkingRelease working =
                new WorkingRelease(tools.storage(), last.withInfo(last.info().withDeleted(tools.now())));
        working.mark(ReleaseStatus.UNINSTALLING, "Deletion in progress (or silently failed)");
        try {
            return undone(working, revisions, options);
        } catch (ClusterException e) {
            throw e.asFailure().of(working.now());
        } catch (ActionException e) {
            throw e.of(working.now());
        }
    }

    private Uninstalled purged(Release last, List<Release> revisions, ActionOptions options) {
        if (options.has(Switch.KEEP_HISTORY)) {
            throw new ActionException(
                    "the release named " + Quoting.quoted(last.key().name()) + " is already deleted",
                    new ActionFailure.AlreadyDeleted());
        }
        purge(revisions);
        return new Uninstalled(last, "");
    }

    private Uninstalled undone(WorkingRelease working, List<Release> revisions, ActionOptions options)
            throws InterruptedException {
        HookRun hooks = new HookRun(tools, working, options);
        hooks.run(HookEvent.PRE_DELETE);
        working.store();
        Parting parting = parting(working.now());
        delete(parting.going(), working.now(), options);
        List<String> problems = new ArrayList<>();
        awaitGone(parting, options, problems);
        runLast(hooks, problems);
        working.mark(ReleaseStatus.UNINSTALLED, "Uninstallation complete");
        if (options.has(Switch.KEEP_HISTORY)) {
            working.store();
            supersede(revisions, working.now());
        } else {
            purge(revisions);
        }
        if (!problems.isEmpty()) {
            throw new ActionException(
                    "uninstallation completed with " + problems.size() + " error(s): " + String.join("; ", problems),
                    new ActionFailure.Incomplete());
        }
        return new Uninstalled(working.now(), parting.info());
    }

    /**
     * What goes and what stays.
     *
     * @param info names what stays because the chart wants it so
     */
    private record Parting(List<ObjectId> going, String info) {}

    private Parting parting(Release release) {
        ManifestReader reader =
                new ManifestReader(tools.cluster(), release.key().namespace());
        List<ReleaseObject> objects =
                new ArrayList<>(reader.read(release.objects().manifest()));
        objects.sort(Comparator.comparing(object -> object.id().kind(), KindOrder.UNINSTALL.comparator()));
        StringBuilder kept = new StringBuilder();
        List<ObjectId> going = new ArrayList<>();
        for (ReleaseObject object : objects) {
            if (ObjectWriter.isKept(object.content())) {
                kept.append('[').append(object.id().kind()).append("] ");
                kept.append(object.id().name()).append('\n');
            } else if (isOwned(object.id(), release)) {
                going.add(object.id());
            }
        }
        return new Parting(
                going, kept.isEmpty() ? "" : "These resources were kept due to the resource policy:\n" + kept);
    }

    /** Whether the live object is there and the release's; of what is somebody else's it is said that it stays. */
    private boolean isOwned(ObjectId id, Release release) {
        Optional<ObjectNode> live = tools.cluster().find(id);
        Optional<String> missing = live.flatMap(ReleaseOwner.of(release.key())::missingOn);
        missing.ifPresent(why -> tools.notices()
                .add(Notice.warn(
                        "skipping delete of resource not owned by this release",
                        new Notice.Attribute("object", id.inWords()),
                        new Notice.Attribute("reason", why))));
        return live.isPresent() && missing.isEmpty();
    }

    private void delete(List<ObjectId> going, Release release, ActionOptions options) {
        List<String> problems = new ArrayList<>();
        for (ObjectId id : going) {
            try {
                tools.cluster().delete(id, options.propagation());
            } catch (ClusterException e) {
                if (e.kind() != ClusterException.Kind.NOT_FOUND) {
                    problems.add(id.inWords() + ": " + e.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            tools.notices()
                    .add(Notice.warn(
                            "failed to delete resources", new Notice.Attribute("error", String.join("; ", problems))));
            throw new ActionException(
                    "failed to delete release: " + release.key().name(),
                    new ActionFailure.Refused(ClusterException.Kind.OTHER));
        }
    }

    private void awaitGone(Parting parting, ActionOptions options, List<String> problems) throws InterruptedException {
        if (options.waitMode() == WaitMode.HOOKS_ONLY || parting.going().isEmpty()) {
            return;
        }
        try {
            tools.waits().untilGone(parting.going(), options.timeout());
        } catch (ClusterException e) {
            requireGoingOn(e);
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static void runLast(HookRun hooks, List<String> problems) throws InterruptedException {
        try {
            hooks.run(HookEvent.POST_DELETE);
        } catch (ClusterException e) {
            requireGoingOn(e);
            problems.add(String.valueOf(e.getMessage()));
        } catch (ActionException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    /** Whoever does not want to wait any longer wants no end that looks like success either. */
    private static void requireGoingOn(ClusterException e) {
        if (e.kind() == ClusterException.Kind.CANCELLED) {
            throw e;
        }
    }

    private void supersede(List<Release> revisions, Release last) {
        for (Release release : revisions) {
            if (release.status() == ReleaseStatus.DEPLOYED && !release.key().equals(last.key())) {
                tools.storage()
                        .update(release.withInfo(release.info()
                                .withStatus(
                                        ReleaseStatus.SUPERSEDED, release.info().description())));
            }
        }
    }

    private void purge(List<Release> revisions) {
        revisions.forEach(release -> tools.storage().delete(release.key()));
    }
}
