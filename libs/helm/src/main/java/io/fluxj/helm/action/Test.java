package io.fluxj.helm.action;

import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.release.Release;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the tests of a release; what came of them stands in the hooks of its last revision. */
public final class Test {
    private final ActionTools tools;

    public Test(ActionTools tools) {
        this.tools = tools;
    }

    /**
     * Runs tests.
     *
     * @return the last revision, with what came of each test
     * @throws ActionException with the last revision, when a test failed; those after it did not run
     */
    public Release run(String name, List<TestFilter> filters, ActionOptions options) {
        return Attempt.of(() -> tested(name, filters, options));
    }

    private Release tested(String name, List<TestFilter> filters, ActionOptions options) throws InterruptedException {
        List<Release> revisions = tools.storage().revisions(name);
        if (revisions.isEmpty()) {
            throw new ActionException("release: not found", new ActionFailure.NotFound());
        }
        WorkingRelease working = new WorkingRelease(tools.storage(), revisions.getLast());
        Optional<ActionException> failure = failure(working, filters, options);
        working.orderHooks(Stream.concat(
                        hooks(working).filter(hook -> !isChosen(hook, filters)),
                        hooks(working).filter(hook -> isChosen(hook, filters)))
                .toList());
        working.store();
        if (failure.isPresent()) {
            throw failure.get().of(working.now());
        }
        return working.now();
    }

    private Optional<ActionException> failure(WorkingRelease working, List<TestFilter> filters, ActionOptions options)
            throws InterruptedException {
        try {
            new HookRun(tools, working, options).run(HookEvent.TEST, hook -> isChosen(hook, filters));
            return Optional.empty();
        } catch (ClusterException e) {
            return Optional.of(e.asFailure());
        } catch (ActionException e) {
            return Optional.of(e);
        }
    }

    private static Stream<Hook> hooks(WorkingRelease working) {
        return working.now().objects().hooks().stream();
    }

    private static boolean isChosen(Hook hook, List<TestFilter> filters) {
        boolean excluded = filters.stream()
                .anyMatch(filter -> filter.exclude() && filter.hook().equals(hook.name()));
        boolean choosy = filters.stream().anyMatch(filter -> !filter.exclude());
        boolean included = filters.stream()
                .anyMatch(filter -> !filter.exclude() && filter.hook().equals(hook.name()));
        return !excluded && (included || !choosy);
    }
}
