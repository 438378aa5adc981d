package io.fluxj.runtime.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.runtime.reconcile.Failure;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;

/** Looks the sources of an object up, and again as long as a newer revision came while it did. */
public final class SourceStep<R extends HasMetadata> {

    private final SourceRule sources;
    private final Attempts attempts;

    /**
     * For one kind.
     *
     * @param attempts shared with the kind's {@link SourceWatch}
     */
    public SourceStep(SourceRule sources, Attempts attempts) {
        this.sources = sources;
        this.attempts = attempts;
    }

    /** A pass begins. */
    public void begin(R object) {
        attempts.begin(ResourceID.fromResource(object));
    }

    /**
     * One of its sources; from now on a newer revision of it ends the pass.
     *
     * @param retry how soon to look again for a source that does not exist
     */
    public ResolvedSource resolve(R object, SourceName name, Duration retry) throws Failure {
        ResourceID id = ResourceID.fromResource(object);
        ResolvedSource source = sources.resolve(object, name, retry);
        while (attempts.missed(id, name, source.revision())) {
            source = sources.resolve(object, name, retry);
        }
        return source;
    }

    /** The pass is over. */
    public void end(R object) {
        attempts.end(ResourceID.fromResource(object));
    }
}
