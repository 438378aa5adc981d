package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.UnknownKindException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Bridges the moment between a CRD being established and its kind being served: for kinds that the very set defines,
 * "no such kind" is asked again for a while. Thread-safe; waiting is for the thread that applies.
 */
final class KindArrival {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Set<String> defined;
    private final Map<String, Long> missedSince = new ConcurrentHashMap<>();

    private KindArrival(Set<String> defined) {
        this.defined = defined;
    }

    /** Of the kinds that these manifests define. */
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

    /**
     * Whether the failure says that a kind of this set is not served yet, and there is time left to wait for it.
     *
     * @param e what asking for the object gave
     */
    boolean expects(ObjectRef ref, RuntimeException e) {
        if (!defined.contains(ref.groupKind()) || !unserved(e)) {
            return false;
        }
        long now = System.nanoTime();
        return now - missedSince.computeIfAbsent(ref.groupKind(), _ -> now) < PATIENCE.toNanos();
    }

    /**
     * Blocks until the server should know these kinds, for a moment at least.
     *
     * @throws Refusal when there is no more use in waiting
     */
    void await(Cluster cluster, Collection<ObjectRef> refs, Waits waits) throws InterruptedException {
        Map<String, ObjectRef> kinds = new HashMap<>();
        refs.forEach(ref -> kinds.put(ref.groupKind(), ref));
        boolean going = waits.during(() -> {
            do {
                waits.cancel().await(PAUSE);
            } while (waits.cancel().reason().isEmpty()
                    && kinds.values().stream().anyMatch(ref -> stillMissing(cluster, ref)));
            return waits.cancel().reason().isEmpty();
        });
        if (!going) {
            throw FailedCandidate.cancelled(waits.cancel());
        }
    }

    /** The result of the request, which is repeated while the server does not know the kind yet. */
    <T> T retrying(Cluster cluster, ObjectRef ref, Waits waits, Supplier<T> request) throws InterruptedException {
        while (true) {
            try {
                return request.get();
            } catch (UnknownKindException | ApiException e) {
                if (!expects(ref, e)) {
                    throw e;
                }
                await(cluster, List.of(ref), waits);
            }
        }
    }

    private boolean stillMissing(Cluster cluster, ObjectRef ref) {
        try {
            var _ = cluster.discovery().resource(ref);
            return false;
        } catch (UnknownKindException | ApiException e) {
            return expects(ref, e);
        }
    }

    private static boolean unserved(RuntimeException e) {
        return !(e instanceof ApiException api)
                || (api.notFound() && !String.valueOf(e.getMessage()).startsWith("namespaces "));
    }
}
