package io.fluxj.helm.action;

import io.fluxj.helm.Notice;
import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.release.ApplyMethod;
import io.fluxj.helm.release.Release;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Runs the hooks of a revision, one after another, and notes in its record how each went. */
final class HookRun {
    private static final String BEFORE_CREATION = "before-hook-creation";
    private static final String SUCCEEDED = "hook-succeeded";
    private static final String FAILED = "hook-failed";

    private final ActionTools tools;
    private final WorkingRelease working;
    private final ActionOptions options;
    private final ManifestReader reader;
    private final ObjectWriter writer;

    HookRun(ActionTools tools, WorkingRelease working, ActionOptions options) {
        this.tools = tools;
        this.working = working;
        this.options = options;
        Release release = working.now();
        this.reader = new ManifestReader(tools.cluster(), release.key().namespace());
        this.writer = new ObjectWriter(
                tools.cluster(),
                new ObjectWriter.Writing(
                        release.applyMethod() == ApplyMethod.SERVER_SIDE, new ApplyRules(false, true), false, false));
    }

    /** Runs what is due at an event, unless hooks are off. */
    void run(HookEvent event) throws InterruptedException {
        if (!options.has(Switch.NO_HOOKS)) {
            run(event, _ -> true);
        }
    }

    /**
     * Runs those hooks of an event that are chosen.
     *
     * @throws ActionException when one fails; those after it do not run
     */
    void run(HookEvent event, Predicate<Hook> chosen) throws InterruptedException {
        List<Integer> order = order(event, chosen);
        for (int at = 0; at < order.size(); at++) {
            try {
                runOne(order.get(at), event);
            } catch (HookFailure e) {
                deleteBy(order.get(at), FAILED);
                for (int before : order.subList(0, at)) {
                    deleteBy(before, SUCCEEDED);
                }
                throw e.failure();
            }
        }
        for (int index : order.reversed()) {
            tell(index, SUCCEEDED);
            deleteBy(index, SUCCEEDED);
        }
    }

    /** A hook ran and failed. */
    private static final class HookFailure extends Exception {
        private static final long serialVersionUID = 1L;

        private final ActionException failure;

        HookFailure(ActionException failure) {
            super(failure);
            this.failure = failure;
        }

        ActionException failure() {
            return failure;
        }
    }

    private Hook hook(int index) {
        return working.now().objects().hooks().get(index);
    }

    /** By weight, then by name: the order of kinds in the record does not count. */
    private List<Integer> order(HookEvent event, Predicate<Hook> chosen) {
        return IntStream.range(0, working.now().objects().hooks().size())
                .boxed()
                .filter(index -> hook(index).runsAt(event) && chosen.test(hook(index)))
                .sorted(Comparator.comparingInt(
                                (Integer index) -> hook(index).policies().weight())
                        .thenComparing(index -> hook(index).name()))
                .toList();
    }

    private void runOne(int index, HookEvent event) throws InterruptedException, HookFailure {
        working.changeHook(index, HookRun::withDefaultPolicy);
        deleteBy(index, BEFORE_CREATION);
        List<ReleaseObject> objects = objects(index, event.text() + " hook");
        OffsetDateTime start = tools.now();
        working.changeHook(index, hook -> hook.withLastRun(new Hook.LastRun(start, null, "Running")));
        working.store();
        create(index, objects, event, start);
        try {
            for (ReleaseObject object : objects) {
                tools.waits().untilRun(object, options.waitMode(), options.timeout());
            }
        } catch (ClusterException e) {
            end(index, start, "Failed");
            throw new HookFailure(failure(index, objects, e));
        }
        end(index, start, "Succeeded");
    }

    private ActionException failure(int index, List<ReleaseObject> objects, ClusterException e) {
        if (e.kind() == ClusterException.Kind.CANCELLED) {
            return e.asFailure();
        }
        String output =
                objects.isEmpty() ? "" : tools.output().tail(objects.getFirst().id());
        tell(index, FAILED);
        return new ActionException(
                String.valueOf(e.getMessage()),
                new ActionFailure.HookFailed(hook(index).name(), output),
                null,
                e);
    }

    private void create(int index, List<ReleaseObject> objects, HookEvent event, OffsetDateTime start) {
        try {
            writer.createAll(objects);
        } catch (ClusterException e) {
            end(index, start, "Failed");
            throw e.within("warning: Hook " + event.text() + " " + hook(index).path() + " failed");
        }
    }

    private void end(int index, OffsetDateTime start, String phase) {
        working.changeHook(index, hook -> hook.withLastRun(new Hook.LastRun(start, tools.now(), phase)));
    }

    private List<ReleaseObject> objects(int index, String purpose) {
        try {
            return reader.read(hook(index).manifest());
        } catch (ClusterException e) {
            throw e.within("unable to build kubernetes object for " + purpose + " "
                    + hook(index).path());
        }
    }

    private static Hook withDefaultPolicy(Hook hook) {
        return hook.policies().delete().isEmpty() ? hook.withDeletePolicies(List.of(BEFORE_CREATION)) : hook;
    }

    /** Definitions are never deleted: with them would go every object of their kinds. */
    private void deleteBy(int index, String policy) throws InterruptedException {
        Hook hook = hook(index);
        if (!hook.policies().delete().contains(policy) || hook.kind().equals("CustomResourceDefinition")) {
            return;
        }
        List<ObjectId> going = new ArrayList<>();
        List<ClusterException> failures = new ArrayList<>();
        for (ReleaseObject object : objects(index, "deleting hook")) {
            try {
                tools.cluster().delete(object.id(), Propagation.BACKGROUND);
                going.add(object.id());
            } catch (ClusterException e) {
                if (e.kind() != ClusterException.Kind.NOT_FOUND) {
                    failures.add(e);
                }
            }
        }
        ObjectWriter.requireNone(failures, "; ");
        if (!going.isEmpty()) {
            tools.waits().untilGone(going, options.timeout());
        }
    }

    private void tell(int index, String policy) {
        if (hook(index).policies().outputLog().contains(policy)) {
            for (ReleaseObject object : objects(index, "reading the log of hook")) {
                tools.notices()
                        .add(Notice.info(
                                "output of hook",
                                new Notice.Attribute("hook", hook(index).name()),
                                new Notice.Attribute("output", tools.output().tail(object.id()))));
            }
        }
    }
}
