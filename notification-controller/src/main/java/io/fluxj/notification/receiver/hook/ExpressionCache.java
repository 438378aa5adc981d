package io.fluxj.notification.receiver.hook;

import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.notification.receiver.filter.ReceiverExpressions;
import io.fluxj.notification.receiver.filter.UnusableSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled expressions of Receivers that were called lately; those of an older spec are never used. */
final class ExpressionCache {
    private static final int MOST = 500;

    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    private record Kept(long generation, ReceiverExpressions expressions) {}

    ReceiverExpressions of(Receiver receiver) throws UnusableSpec {
        String uid = receiver.getMetadata().getUid();
        long generation = receiver.getMetadata().getGeneration();
        Kept known = get(uid);
        if (known != null && known.generation() == generation) {
            return known.expressions();
        }
        ReceiverExpressions compiled = ReceiverExpressions.compile(receiver.getSpec());
        put(uid, new Kept(generation, compiled));
        return compiled;
    }

    private synchronized @Nullable Kept get(String uid) {
        return kept.get(uid);
    }

    private synchronized void put(String uid, Kept value) {
        kept.put(uid, value);
    }
}
