package io.fluxj.apply.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes of the roles and bindings of a cluster: what one user was allowed before one of them, it may not be any more. Of them nothing
 * else is kept.
 */
final class Rights implements AutoCloseable {
    private static final List<ObjectRef> KINDS =
            List.of(kind("ClusterRole"), kind("ClusterRoleBinding"), kind("Role"), kind("RoleBinding"));

    private final List<Counting> counts;

    private Rights(List<Counting> counts) {
        this.counts = counts;
    }

    static Rights of(Cluster cluster) {
        return new Rights(KINDS.stream()
                .map(kind -> Counting.of(new WatchScope(cluster, kind, "")))
                .toList());
    }

    private static ObjectRef kind(String name) {
        return WatchScope.kind("rbac.authorization.k8s.io", "v1", name);
    }

    /** As of how many changes this is; empty when one cannot tell. */
    OptionalLong state() {
        return counts.stream().allMatch(each -> each.feed().isLive())
                ? OptionalLong.of(
                        counts.stream().mapToLong(each -> each.count().get()).sum())
                : OptionalLong.empty();
    }

    @Override
    public void close() {
        counts.forEach(each -> each.feed().close());
    }

    private record Counting(MetadataFeed feed, AtomicLong count) {
        static Counting of(WatchScope scope) {
            AtomicLong count = new AtomicLong();
            return new Counting(MetadataFeed.open(scope, new Counter(count)), count);
        }
    }

    private static final class Counter implements MetadataFeed.Sink {
        private final AtomicLong count;
        private long listed;

        Counter(AtomicLong count) {
            this.count = count;
        }

        /** A list that is like the last one is no change. */
        @Override
        public void listed(MetadataList list) {
            long sum = list.looks().entrySet().stream()
                    .mapToLong(entry -> Hash.of(entry.getKey()).low()
                            ^ entry.getValue().fingerprint().low())
                    .sum();
            if (sum != listed) {
                listed = sum;
                count.incrementAndGet();
            }
        }

        @Override
        public void present(JsonNode metadata) {
            count.incrementAndGet();
        }

        @Override
        public void deleted(JsonNode metadata) {
            count.incrementAndGet();
        }
    }
}
