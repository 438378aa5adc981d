package io.fluxj.helm.action;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.release.ApplyMethod;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseInfo;
import io.fluxj.helm.release.ReleaseStatus;
import java.util.List;

/** Makes a further revision of a release that is as a former one was. Nothing is rendered. */
public final class Rollback {
    private final ActionTools tools;

    public Rollback(ActionTools tools) {
        this.tools = tools;
    }

    /**
     * Rolls a release back.
     *
     * @param revision to roll back to; 0 for the one before the last
     * @return the new revision as it is stored, deployed
     * @throws ActionException with the failed revision; with one that is still pending when a hook failed
     */
    public Release run(String name, int revision, ActionOptions options) {
        return Attempt.of(() -> rolledBack(name, revision, options));
    }

    private Release rolledBack(String name, int revision, ActionOptions options) throws InterruptedException {
        List<Release> revisions = tools.storage().revisions(name);
        if (revisions.isEmpty()) {
            throw new ActionException("release: not found", new ActionFailure.NotFound());
        }
        Release last = revisions.getLast();
        int wanted = revision == 0 ? last.key().revision() - 1 : revision;
        Release goal = revisions.stream()
                .filter(release -> release.key().revision() == wanted)
                .findFirst()
                .orElseThrow(() ->
                        new ActionException("release has no " + wanted + " version", new ActionFailure.NotFound()));
        WorkingRelease working = new WorkingRelease(tools.storage(), again(goal, last, options));
        tools.storage().create(working.now());
        ObjectWriter writer =
                new Preparation(tools, options).writer(working.now().applyMethod() == ApplyMethod.SERVER_SIDE, true);
        try {
            perform(new Way(last, working, writer, options));
        } catch (ClusterException e) {
            throw e.asFailure().of(working.now());
        } catch (ActionException e) {
            throw e.of(working.now());
        }
        finish(name, working);
        return working.now();
    }

    private Release again(Release goal, Release last, ActionOptions options) {
        int revision = goal.key().revision();
        ReleaseInfo info = ReleaseInfo.begun(
                        last.info().firstDeployed(),
                        tools.now(),
                        ReleaseStatus.PENDING_ROLLBACK,
                        "Rollback to " + revision)
                .withNotes(goal.info().notes())
                .withRollbackTo(revision);
        return goal.withKey(last.key().withRevision(last.key().revision() + 1))
                .withInfo(info)
                .withApplyMethod(options.serverSide().after(goal.applyMethod()));
    }

    /**
     * From where to where, and how.
     *
     * @param last revision before this one
     */
    private record Way(Release last, WorkingRelease working, ObjectWriter writer, ActionOptions options) {}

    private void perform(Way way) throws InterruptedException {
        List<ReleaseObject> base = objects(way.last(), "current");
        Release now = way.working().now();
        List<ReleaseObject> objects = ReleaseOwner.of(now.key()).marked(objects(now, "new"));
        HookRun hooks = new HookRun(tools, way.working(), way.options());
        hooks.run(HookEvent.PRE_ROLLBACK);
        write(way, base, objects);
        awaitReady(way.working(), objects, way.options());
        hooks.run(HookEvent.POST_ROLLBACK);
    }

    private List<ReleaseObject> objects(Release release, String which) {
        try {
            return new ManifestReader(tools.cluster(), release.key().namespace())
                    .read(release.objects().manifest());
        } catch (ClusterException e) {
            throw e.within("unable to build kubernetes objects from " + which + " release manifest");
        }
    }

    private void write(Way way, List<ReleaseObject> base, List<ReleaseObject> objects) {
        try {
            way.writer().update(base, objects);
        } catch (ClusterException e) {
            ReleaseInfo before = way.last().info();
            tools.storage()
                    .update(way.last().withInfo(before.withStatus(ReleaseStatus.SUPERSEDED, before.description())));
            String what = "Rollback " + Quoting.quoted(way.last().key().name());
            ActionException failure = Preparation.failed(way.working(), what, e.asFailure());
            throw new Cleanup(tools.cluster(), way.options())
                    .after(failure, way.writer().created(), "rollback");
        }
    }

    private void awaitReady(WorkingRelease working, List<ReleaseObject> objects, ActionOptions options)
            throws InterruptedException {
        String name = working.now().key().name();
        try {
            tools.waits().untilReady(objects, options.waitMode(), options.has(Switch.WAIT_FOR_JOBS), options.timeout());
        } catch (ClusterException e) {
            ActionException failure = Preparation.failed(working, "Release " + Quoting.quoted(name), e.asFailure());
            throw failure.within("release " + name + " failed");
        }
    }

    private void finish(String name, WorkingRelease working) {
        for (Release release : tools.storage().revisions(name)) {
            if (release.status() == ReleaseStatus.DEPLOYED) {
                tools.storage()
                        .update(release.withInfo(release.info()
                                .withStatus(
                                        ReleaseStatus.SUPERSEDED, release.info().description())));
            }
        }
        working.mark(ReleaseStatus.DEPLOYED, working.now().info().description());
        working.store();
    }
}
