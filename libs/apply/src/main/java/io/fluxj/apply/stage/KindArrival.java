package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Discovery;
import io.fluxj.apply.cluster.UnknownKindException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Bridges the moment between a CRD being established and its kind being served: for kinds that the very set defines,
 * "no such kind" is asked again for a while.
 */
final class KindArrival {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Set<String> defined;

    private KindArrival(Set<String> defined) {
        this.defined = defined;
    }

    static KindArrival of(Collection<ObjectNode> manifests) {
        Set<String> defined = new HashSet<>();
        for (ObjectNode manifest : manifests) {
            if (manifest.path("kind").asText().equals("CustomResourceDefinition")) {
                JsonNode spec = manifest.path("spec");
                defined.add(spec.path("names").path("kind").asText() + "."
                        + spec.path("group").asText());
            }
        }
        return new KindArrival(Set.copyOf(defined));
    }

    /** Returns once the kind is known. */
    void await(Discovery discovery, ObjectRef ref) {
        var _ = retrying(ref, () -> discovery.resource(ref));
    }

    /** The result of the request, which is repeated while the server does not know the kind yet. */
    <T> T retrying(ObjectRef ref, Supplier<T> request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return request.get();
            } catch (UnknownKindException | ApiException e) {
                if (!defined.contains(ref.groupKind()) || !unserved(e) || System.nanoTime() > deadline) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static boolean unserved(RuntimeException e) {
        return !(e instanceof ApiException api)
                || (api.notFound() && !String.valueOf(e.getMessage()).startsWith("namespaces "));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(0, "", "interrupted while waiting for a kind to be served", e);
        }
    }
}
