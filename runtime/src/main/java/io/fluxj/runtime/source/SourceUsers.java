package io.fluxj.runtime.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.runtime.watch.Index;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The objects of a kind by the sources that they use.
 *
 * @param done whether an object is done with a revision, so that to hear of it again is of no use
 */
public record SourceUsers<R extends HasMetadata>(Index<R, SourceName> index, BiPredicate<R, String> done) {

    /** Those who use {@code source} and are not done with {@code revision}. */
    Set<ResourceID> behind(SourceName source, String revision) {
        return index.users(source).stream()
                .filter(object -> !done.test(object, revision))
                .map(ResourceID::fromResource)
                .collect(Collectors.toSet());
    }
}
