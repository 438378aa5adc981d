package io.fluxj.runtime.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.runtime.watch.Index;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Set;
import java.util.stream.Collectors;

/** The objects of a kind by the sources that they use. */
public record SourceUsers<R extends HasMetadata>(Index<R, SourceName> index, Done<R> done) {

    /** Tells who need not hear of a revision. */
    @FunctionalInterface
    public interface Done<R> {

        /** Whether the object is done with this revision of that source, so that to hear of it again is of no use. */
        boolean isDone(R object, SourceName source, String revision);
    }

    /** Those who use {@code source} and are not done with {@code revision}. */
    Set<ResourceID> behind(SourceName source, String revision) {
        return index.users(source).stream()
                .filter(object -> !done.isDone(object, source, revision))
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }
}
