package io.fluxj.runtime.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.runtime.reconcile.Failure;
import java.time.Duration;

/** Finds the source that an object names and decides whether the object may and can use it. */
@FunctionalInterface
public interface SourceRule {

    /**
     * The source with its artifact.
     *
     * @param retry how soon to look again for a source that does not exist; its appearance wakes the object earlier
     */
    ResolvedSource resolve(HasMetadata user, SourceName name, Duration retry) throws Failure;
}
