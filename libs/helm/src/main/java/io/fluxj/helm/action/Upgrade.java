package io.fluxj.helm.action;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartContent;
import io.fluxj.helm.chart.ChartMetadata;
import io.fluxj.helm.compose.Coalescing;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.release.ApplyMethod;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseInfo;
import io.fluxj.helm.release.ReleaseKey;
import io.fluxj.helm.release.ReleaseStatus;
import io.fluxj.helm.render.Rendered;
import io.fluxj.helm.shape.StructValue;
import io.fluxj.helm.values.ValueTree;
import java.util.ArrayList;
import java.util.List;

/** Makes a further revision of a release from a chart. */
public final class Upgrade {
    private final ActionTools tools;

    public Upgrade(ActionTools tools) {
        this.tools = tools;
    }

    /**
     * Upgrades a release.
     *
     * @return the new revision as it is stored, deployed
     * @throws ActionException with the failed revision, or without any when it failed before there was one
     */
    public Release run(Wanted wanted, ActionOptions options) {
        return Attempt.of(() -> upgraded(wanted, options));
    }

    /**
     * What the new revision is made of.
     *
     * @param base the objects that the difference is taken to
     */
    private record Plan(
            Release current, Release release, List<ReleaseObject> base, List<ReleaseObject> objects, boolean adopts) {

        boolean serverSide() {
            return release.applyMethod() == ApplyMethod.SERVER_SIDE;
        }
    }

    private Release upgraded(Wanted wanted, ActionOptions options) throws InterruptedException {
        List<Release> former = tools.storage().revisions(wanted.name());
        Release current = current(wanted.name(), former);
        new CrdInstall(tools).run(wanted, options.crds());
        Plan plan = plan(withReusedValues(wanted, current, options), current, former.getLast(), options);
        tools.storage().create(plan.release());
        WorkingRelease working = new WorkingRelease(tools.storage(), plan.release());
        ObjectWriter writer = new Preparation(tools, options).writer(plan.serverSide(), plan.adopts());
        try {
            perform(plan, working, writer, options);
        } catch (ClusterException e) {
            throw failed(working, writer, options, e.asFailure());
        } catch (ActionException e) {
            throw failed(working, writer, options, e);
        }
        ReleaseInfo superseded = current.info()
                .withStatus(ReleaseStatus.SUPERSEDED, current.info().description());
        tools.storage().update(current.withInfo(superseded));
        working.mark(ReleaseStatus.DEPLOYED, "Upgrade complete");
        working.store();
        return working.now();
    }

    /** The revision that the upgrade starts from: the one that is deployed, or the last one when none is. */
    private static Release current(String name, List<Release> former) {
        if (!former.isEmpty() && former.getLast().status().isPending()) {
            throw new ActionException(
                    "another operation (install/upgrade/rollback) is in progress", new ActionFailure.Pending());
        }
        List<Release> deployed = former.stream()
                .filter(release -> release.status() == ReleaseStatus.DEPLOYED)
                .toList();
        if (!deployed.isEmpty()) {
            return deployed.getLast();
        }
        ReleaseStatus last =
                former.isEmpty() ? ReleaseStatus.UNKNOWN : former.getLast().status();
        if (last != ReleaseStatus.FAILED && last != ReleaseStatus.SUPERSEDED) {
            throw new ActionException(
                    Quoting.quoted(name) + " has no deployed releases", new ActionFailure.NoDeployedRelease());
        }
        return former.getLast();
    }

    private Wanted withReusedValues(Wanted wanted, Release current, ActionOptions options) {
        if (!options.has(Switch.REUSE_VALUES)
                || current.chart() == null
                || !(current.chart().get("metadata") instanceof StructValue metadata)) {
            return wanted;
        }
        Chart old = new Chart(
                new ChartMetadata(metadata),
                ValueTree.table(current.chart().get("values")),
                ChartContent.EMPTY,
                List.of());
        Chart chart = wanted.chart().withValues(Coalescing.coalesced(old, current.config(), tools.notices()));
        return wanted.with(chart, Coalescing.over(wanted.values(), current.config(), tools.notices()));
    }

    private Plan plan(Wanted wanted, Release current, Release last, ActionOptions options) {
        ReleaseKey key = current.key().withRevision(last.key().revision() + 1);
        Rendered rendered = new Preparation(tools, options).rendered(wanted, key.revision(), true);
        ReleaseInfo info = ReleaseInfo.begun(
                        current.info().firstDeployed(), tools.now(), ReleaseStatus.PENDING_UPGRADE, "Preparing upgrade")
                .withNotes(rendered.notes());
        ApplyMethod method = options.serverSide().after(last.applyMethod());
        Release release = Release.of(rendered, key, wanted.values(), info)
                .withApplyMethod(method)
                .withLabels(last.labels());
        ReleaseOwner owner = ReleaseOwner.of(key);
        ManifestReader reader = new ManifestReader(tools.cluster(), key.namespace());
        List<ReleaseObject> objects = owner.marked(reader.read(rendered.manifest()));
        List<ReleaseObject> base = base(reader, current);
        base.addAll(adopted(owner, base, objects, options));
        boolean adopts = method == ApplyMethod.SERVER_SIDE && current.applyMethod() != ApplyMethod.SERVER_SIDE;
        return new Plan(current, release, base, objects, adopts);
    }

    private static List<ReleaseObject> base(ManifestReader reader, Release current) {
        try {
            return new ArrayList<>(reader.read(current.objects().manifest()));
        } catch (ClusterException e) {
            throw e.within(
                    e.kind() == ClusterException.Kind.UNKNOWN_KIND
                            ? "current release manifest contains removed kubernetes api(s) for this kubernetes version and it is therefore"
                                    + " unable to build the kubernetes objects for performing the diff. error from kubernetes"
                            : "unable to build kubernetes objects from current release manifest");
        }
    }

    /** What the revision brings in anew and is there already. */
    private List<ReleaseObject> adopted(
            ReleaseOwner owner, List<ReleaseObject> base, List<ReleaseObject> objects, ActionOptions options) {
        List<ReleaseObject> fresh = objects.stream()
                .filter(object -> base.stream().noneMatch(old -> old.id().equals(object.id())))
                .toList();
        try {
            return new Adoption(tools.cluster(), owner, options.has(Switch.TAKE_OWNERSHIP)).existing(fresh);
        } catch (ClusterException e) {
            throw e.within("unable to continue with update");
        } catch (ActionException e) {
            throw e.within("unable to continue with update");
        }
    }

    private void perform(Plan plan, WorkingRelease working, ObjectWriter writer, ActionOptions options)
            throws InterruptedException {
        HookRun hooks = new HookRun(tools, working, options);
        runHooks(hooks, HookEvent.PRE_UPGRADE);
        writer.update(plan.base(), plan.objects());
        tools.waits()
                .untilReady(plan.objects(), options.waitMode(), options.has(Switch.WAIT_FOR_JOBS), options.timeout());
        runHooks(hooks, HookEvent.POST_UPGRADE);
    }

    private static void runHooks(HookRun hooks, HookEvent event) throws InterruptedException {
        try {
            hooks.run(event);
        } catch (ActionException e) {
            throw e.within(event.text() + " hooks failed");
        } catch (ClusterException e) {
            throw e.within(event.text() + " hooks failed");
        }
    }

    private ActionException failed(
            WorkingRelease working, ObjectWriter writer, ActionOptions options, ActionException e) {
        String name = working.now().key().name();
        ActionException failure = Preparation.failed(working, "Upgrade " + Quoting.quoted(name), e);
        return new Cleanup(tools.cluster(), options).after(failure, writer.created(), "upgrade");
    }
}
