package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.release.ApplyMethod;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseInfo;
import io.fluxj.helm.release.ReleaseKey;
import io.fluxj.helm.release.ReleaseStatus;
import io.fluxj.helm.render.Rendered;
import java.time.OffsetDateTime;
import java.util.List;

/** Makes the first revision of a release. */
public final class Install {
    private final ActionTools tools;

    public Install(ActionTools tools) {
        this.tools = tools;
    }

    /**
     * Installs a chart.
     *
     * @return the revision as it is stored, deployed
     * @throws ActionException with the failed revision, or without any when it failed before there was one
     */
    public Release run(Wanted wanted, ActionOptions options) {
        return Attempt.of(() -> installed(wanted, options));
    }

    /** What the revision is made of, once it is known that it may be. */
    private record Plan(Release release, List<ReleaseObject> objects, List<ReleaseObject> adopted) {}

    private Release installed(Wanted wanted, ActionOptions options) throws InterruptedException {
        List<Release> former = tools.storage().revisions(wanted.name());
        requireFree(former, options);
        new CrdInstall(tools).run(wanted, options.crds());
        Plan plan = plan(wanted, former, options);
        if (options.has(Switch.CREATE_NAMESPACE)) {
            createNamespace(wanted.namespace());
        }
        if (!former.isEmpty()) {
            supersede(former.getLast());
        }
        tools.storage().create(plan.release());
        WorkingRelease working = new WorkingRelease(tools.storage(), plan.release());
        try {
            perform(plan, working, options);
        } catch (ClusterException e) {
            throw failed(wanted, working, e.asFailure());
        } catch (ActionException e) {
            throw failed(wanted, working, e);
        }
        working.mark(ReleaseStatus.DEPLOYED, "Install complete");
        working.store();
        return working.now();
    }

    private static void requireFree(List<Release> former, ActionOptions options) {
        if (former.isEmpty()) {
            return;
        }
        ReleaseStatus last = former.getLast().status();
        boolean replaceable = last == ReleaseStatus.FAILED || last == ReleaseStatus.UNINSTALLED;
        if (!replaceable || !options.has(Switch.REPLACE)) {
            throw new ActionException(
                    "release name check failed: cannot reuse a name that is still in use",
                    new ActionFailure.NameInUse());
        }
    }

    private Plan plan(Wanted wanted, List<Release> former, ActionOptions options) {
        Rendered rendered = new Preparation(tools, options).rendered(wanted, 1, false);
        int revision = former.isEmpty() ? 1 : former.getLast().key().revision() + 1;
        OffsetDateTime now = tools.now();
        ReleaseInfo info = ReleaseInfo.begun(now, now, ReleaseStatus.PENDING_INSTALL, "Initial install underway")
                .withNotes(rendered.notes());
        ReleaseKey key = new ReleaseKey(wanted.name(), wanted.namespace(), revision);
        Release release = Release.of(rendered, key, wanted.values(), info).withApplyMethod(method(options));
        ReleaseOwner owner = ReleaseOwner.of(key);
        List<ReleaseObject> objects = owner.marked(objects(release));
        return new Plan(release, objects, adopted(owner, objects, options));
    }

    private static ApplyMethod method(ActionOptions options) {
        return options.serverSide().after(ApplyMethod.SERVER_SIDE);
    }

    private List<ReleaseObject> objects(Release release) {
        try {
            return new ManifestReader(tools.cluster(), release.key().namespace())
                    .read(release.objects().manifest());
        } catch (ClusterException e) {
            throw e.within("unable to build kubernetes objects from release manifest");
        }
    }

    private List<ReleaseObject> adopted(ReleaseOwner owner, List<ReleaseObject> objects, ActionOptions options) {
        try {
            return new Adoption(tools.cluster(), owner, options.has(Switch.TAKE_OWNERSHIP)).existing(objects);
        } catch (ClusterException e) {
            throw e.within("unable to continue with install");
        } catch (ActionException e) {
            throw e.within("unable to continue with install");
        }
    }

    private void createNamespace(String name) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("apiVersion", "v1").put("kind", "Namespace");
        content.putObject("metadata").put("name", name).putObject("labels").put("name", name);
        try {
            tools.cluster().create(new ReleaseObject(new ObjectId("v1", "Namespace", "", name), content));
        } catch (ClusterException e) {
            if (e.kind() != ClusterException.Kind.ALREADY_EXISTS) {
                throw e;
            }
        }
    }

    /** A failed revision stays what it is. */
    private void supersede(Release last) {
        if (last.status() != ReleaseStatus.FAILED) {
            tools.storage()
                    .update(last.withInfo(
                            last.info().withStatus(ReleaseStatus.SUPERSEDED, "superseded by new release")));
        }
    }

    private void perform(Plan plan, WorkingRelease working, ActionOptions options) throws InterruptedException {
        HookRun hooks = new HookRun(tools, working, options);
        runHooks(hooks, HookEvent.PRE_INSTALL);
        ObjectWriter writer = new Preparation(tools, options).writer(method(options) == ApplyMethod.SERVER_SIDE, false);
        if (plan.adopted().isEmpty()) {
            writer.createAll(plan.objects());
        } else {
            writer.update(plan.adopted(), plan.objects());
        }
        tools.waits()
                .untilReady(plan.objects(), options.waitMode(), options.has(Switch.WAIT_FOR_JOBS), options.timeout());
        runHooks(hooks, HookEvent.POST_INSTALL);
    }

    private static void runHooks(HookRun hooks, HookEvent event) throws InterruptedException {
        try {
            hooks.run(event);
        } catch (ActionException e) {
            throw e.within("failed " + event.text());
        } catch (ClusterException e) {
            throw e.within("failed " + event.text());
        }
    }

    private static ActionException failed(Wanted wanted, WorkingRelease working, ActionException e) {
        return Preparation.failed(working, "Release " + Quoting.quoted(wanted.name()), e);
    }
}
