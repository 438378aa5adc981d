package io.fluxj.runtime.reconcile;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.meta.Condition;
import io.fluxj.runtime.events.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** One pass over one object: what the steps may see and say. Only the frame turns it into writes. Belongs to one thread. */
public interface Pass<R extends CustomResource<?, S>, S> {
    /** The object as read; never mutated. */
    R object();

    /** The working status; its conditions, observedGeneration and lastHandledReconcileAt are the frame's and not kept up here. */
    S status();

    /** Changes the working status; goes out with the next patch. The operator gets a value it may mutate and return. */
    void update(UnaryOperator<S> change);

    /** The working conditions. */
    Conditions conditions();

    /** The conditions as they were stored when the pass began. */
    List<Condition> previousConditions();

    /**
     * Work is under way: Reconciling=True/Progressing with the message, Stalled goes; Ready becomes Unknown always under a direct rule, under a
     * summary only when it is absent or already Unknown. Patches now.
     */
    void progress(String message);

    /** As {@link #progress(String)}, where what is stored is known to be outdated: Ready becomes Unknown with the message. Patches now. */
    void drifted(String message);

    /** Patches what changed up to now. */
    void flush();

    /** Adds metadata to every event of this pass, also to the one of its failure; keys in full. */
    void annotateEvents(Map<String, String> metadata);

    /** Emits a Kubernetes Event and POSTs it to {@code --events-addr} unless it is a trace; keys of the metadata in full. */
    void emit(Severity severity, Reason reason, String message, Map<String, String> metadata);

    /** From now on {@code value} is replaced in every message of this pass, be it a condition, an event or a log line. */
    void conceal(String value);

    /**
     * Takes a step: its name is that of its span and of its timer, and what status pages say is going on.
     *
     * @param name verb and object, such as {@code resolveSource}; one of few, for it becomes a label
     */
    <T, E extends Exception> T step(String name, Step<T, E> step) throws E, InterruptedException;

    /** As {@link #step(String, Step)}, where nothing comes of it but what was done. */
    default <E extends Exception> void step(String name, Step.Action<E> action) throws E, InterruptedException {
        this.<Optional<?>, E>step(name, () -> {
            action.take();
            return Optional.empty();
        });
    }

    /**
     * As {@link #step(String, Step)} with a deadline, a net under steps that should take no time to speak of.
     *
     * @param limit when it is over, the step is interrupted
     * @throws Retryable when the step was ended so
     */
    <T, E extends Exception> T step(String name, Duration limit, Step<T, E> step)
            throws E, Retryable, InterruptedException;

    /** Gives back the work permit while {@code wait} blocks, and takes one again before it returns. */
    <T, E extends Exception> T waiting(Wait<T, E> wait) throws E, InterruptedException;

    /**
     * As {@link #waiting}, for what talks to a server that may be slow. It has permits of its own, of which the objects of one namespace get half at most.
     *
     * @param end completes when the answer is of no use any more, {@link #superseded()} or {@link #outdated()}: then {@code wait} is interrupted
     * @throws Superseded when {@code end} completed
     */
    <T, E extends Exception> T transferring(CompletableFuture<String> end, Wait<T, E> wait)
            throws E, Superseded, InterruptedException;

    /** Completes with the description of the trigger, {@code Kind/namespace/name}, when a newer spec, token or source revision came. */
    CompletableFuture<String> superseded();

    /** Completes when the spec changed or the object is to be deleted: whatever this pass does is not wanted any more. */
    CompletableFuture<String> outdated();

    /** The id of this pass in the logs. */
    String reconcileId();
}
