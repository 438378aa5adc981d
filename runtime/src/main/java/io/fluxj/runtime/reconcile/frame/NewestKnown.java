package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers to our own patches, until the watch has caught up with them: a pass that starts in between must not see the status of before. Resource
 * versions of one object are compared as numbers; those that are none count as old.
 */
final class NewestKnown<R extends HasMetadata> {
    private final Map<ResourceID, R> answers = new ConcurrentHashMap<>();

    /** Remembers the API's answer to a patch. */
    void answered(R object) {
        answers.merge(
                ResourceID.fromResource(object), object, (known, answer) -> isNewer(known, answer) ? known : answer);
    }

    /** The watch brought this; older answers are of no use any more. */
    void watched(R object) {
        answers.computeIfPresent(
                ResourceID.fromResource(object), (id, answer) -> isNewer(answer, object) ? answer : null);
    }

    /** The newer one of what the watch brought and what the API answered. */
    R of(R watched) {
        @Nullable R answer = answers.get(ResourceID.fromResource(watched));
        return answer != null && isNewer(answer, watched) ? answer : watched;
    }

    void forget(ResourceID id) {
        answers.remove(id);
    }

    private static boolean isNewer(HasMetadata one, HasMetadata other) {
        return one.getMetadata().getUid().equals(other.getMetadata().getUid())
                && ResourceVersion.of(one) > ResourceVersion.of(other);
    }

    int size() {
        return answers.size();
    }
}
