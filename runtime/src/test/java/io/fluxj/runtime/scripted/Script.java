package io.fluxj.runtime.scripted;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reconciliation;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A reconciliation whose steps can be replaced while it runs. */
public final class Script<R extends CustomResource<?, S>, S> implements Reconciliation<R, S> {
    private final KindRules<R, S> rules;
    private final AtomicInteger passes = new AtomicInteger();
    private final AtomicInteger forgotten = new AtomicInteger();
    private volatile Steps<R, S> steps;
    private volatile CleanUp<R, S> cleanUp = pass -> {};
    private volatile Consumer<Pass<R, S>> suspended = pass -> {};

    /** What a pass does. */
    public interface Steps<R extends CustomResource<?, S>, S> {
        /** Runs it. */
        Outcome run(Pass<R, S> pass) throws Failure, InterruptedException;
    }

    /** What happens before the finalizer goes. */
    public interface CleanUp<R extends CustomResource<?, S>, S> {
        /** Runs it. */
        void run(Pass<R, S> pass) throws Failure, InterruptedException;
    }

    /** A script that begins with {@code steps}. */
    public Script(KindRules<R, S> rules, Steps<R, S> steps) {
        this.rules = rules;
        this.steps = steps;
    }

    /** From the next pass on. */
    public void now(Steps<R, S> newSteps) {
        steps = newSteps;
    }

    /** From the next deletion on. */
    public void onDeletion(CleanUp<R, S> newCleanUp) {
        cleanUp = newCleanUp;
    }

    /** What is said of objects that are suspended. */
    public void onSuspension(Consumer<Pass<R, S>> marks) {
        suspended = marks;
    }

    /** How many passes have begun. */
    public int passes() {
        return passes.get();
    }

    @Override
    public KindRules<R, S> rules() {
        return rules;
    }

    @Override
    public Outcome reconcile(Pass<R, S> pass) throws Failure, InterruptedException {
        passes.incrementAndGet();
        return steps.run(pass);
    }

    @Override
    public void suspended(Pass<R, S> pass) {
        suspended.accept(pass);
    }

    @Override
    public void forget(R object) {
        forgotten.incrementAndGet();
    }

    /** How many objects were told to be gone. */
    public int forgotten() {
        return forgotten.get();
    }

    @Override
    public void cleanUp(Pass<R, S> pass) throws Failure, InterruptedException {
        cleanUp.run(pass);
    }
}
