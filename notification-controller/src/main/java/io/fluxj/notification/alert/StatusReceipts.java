package io.fluxj.notification.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.notification.NotificationController;
import io.fluxj.runtime.client.MergePatches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receipts in the status of Alerts. What happens within a few seconds is one write; every replica adds what it sent itself. Where the cluster has Flux's
 * own CustomResourceDefinition, which knows no such status, nothing is noted.
 */
public final class StatusReceipts implements Receipts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusReceipts.class);
    private static final int CONFLICT = 409;
    private static final int TRIES = 5;
    private static final int MOST = 10_000;
    private static final int LONGEST = 1024;

    private final KubernetesClient client;
    private final MergePatches<Alert> patches;
    private final Clock clock;
    private final Duration pause;
    private final Map<Key, Tally> waiting = new HashMap<>();
    private final Thread writer;

    private record Key(String namespace, String name, String uid) {}

    private StatusReceipts(KubernetesClient client, Clock clock, Duration pause) {
        this.client = client;
        this.patches = MergePatches.of(client, Alert.class, NotificationController.NAME);
        this.clock = clock;
        this.pause = pause;
        this.writer = Thread.ofVirtual().name("receipts").unstarted(this::write);
    }

    /**
     * Starts to write.
     *
     * @param pause how long to collect before each write
     */
    public static StatusReceipts start(KubernetesClient client, Clock clock, Duration pause) {
        StatusReceipts receipts = new StatusReceipts(client, clock, pause);
        receipts.writer.start();
        return receipts;
    }

    @Override
    public void delivered(Alert alert) {
        note(alert, Tally.delivered(now()));
    }

    @Override
    public void failed(Alert alert, String why) {
        String shown = why.length() > LONGEST ? why.substring(0, LONGEST) + "…" : why;
        note(alert, Tally.failed(now(), shown));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private synchronized void note(Alert alert, Tally tally) {
        Key key = new Key(
                alert.getMetadata().getNamespace(),
                alert.getMetadata().getName(),
                String.valueOf(alert.getMetadata().getUid()));
        if (waiting.containsKey(key) || waiting.size() < MOST) {
            waiting.merge(key, tally, Tally::plus);
            notifyAll();
        }
    }

    private void write() {
        try {
            while (true) {
                awaitSomething();
                Thread.sleep(pause);
                take().forEach(this::write);
            }
        } catch (InterruptedException stopped) {
            take().forEach(this::write);
        }
    }

    private synchronized void awaitSomething() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
    }

    private synchronized Map<Key, Tally> take() {
        Map<Key, Tally> taken = Map.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** Whatever is wrong with one Alert, those of the others are written. */
    private void write(Key key, Tally tally) {
        try {
            for (int tries = 1; !tryWrite(key, tally); tries++) {
                if (tries == TRIES) {
                    LOG.debug("the status of the Alert {}/{} changes too often", key.namespace(), key.name());
                    return;
                }
            }
        } catch (KubernetesClientException refused) {
            LOG.debug("nothing is noted on the Alert {}/{}", key.namespace(), key.name(), refused);
        }
    }

    private boolean tryWrite(Key key, Tally tally) {
        Alert stored = client.resources(Alert.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        if (stored == null
                || !key.uid().equals(String.valueOf(stored.getMetadata().getUid()))) {
            return true;
        }
        try {
            var _ = patches.patchStatus(
                    stored.getMetadata(),
                    patch(stored, Tally.of(stored.getStatus()).plus(tally)));
            return true;
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == CONFLICT) {
                return false;
            }
            throw refused;
        }
    }

    private static ObjectNode patch(Alert stored, Tally all) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("metadata")
                .put("uid", stored.getMetadata().getUid())
                .put("resourceVersion", stored.getMetadata().getResourceVersion());
        ObjectNode status = patch.putObject("status");
        status.put("delivered", all.delivered()).put("failed", all.failed());
        all.lastDelivered().ifPresent(time -> status.put("lastDelivered", time.toString()));
        all.lastFailed().ifPresent(time -> status.put("lastFailed", time.toString()));
        if (!all.lastError().isEmpty()) {
            status.put("lastError", all.lastError());
        }
        return patch;
    }

    /** What is known by now is written. */
    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
