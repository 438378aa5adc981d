package io.fluxj.notification.receiver.hook;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fluxj.api.notification.v1.Receiver;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The Receivers by the path of their webhook, watched by every replica. */
public final class KnownReceivers implements AutoCloseable {
    private static final String BY_PATH = "path";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SharedIndexInformer<Receiver> informer;
    private final SecretKeySpec key;

    private KnownReceivers(SharedIndexInformer<Receiver> informer, SecretKeySpec key) {
        this.informer = informer;
        this.key = key;
    }

    /**
     * Which Receivers to watch.
     *
     * @param namespace of all of them; empty for all namespaces
     * @param labelSelector of this shard; empty for all
     */
    public record Scope(Optional<String> namespace, String labelSelector) {}

    /** Starts to watch; is complete once the API answered. */
    public static KnownReceivers watch(KubernetesClient client, Scope scope) {
        SecretKeySpec key = randomKey();
        SharedIndexInformer<Receiver> informer = selected(client, scope).runnableInformer(0);
        informer.addIndexers(Map.of(BY_PATH, receiver -> paths(receiver).stream()
                .map(path -> digest(key, path))
                .toList()));
        informer.exceptionHandler((started, failed) -> true);
        var _ = informer.start();
        return new KnownReceivers(informer, key);
    }

    private static FilterWatchListDeletable<Receiver, ?, ?> selected(KubernetesClient client, Scope scope) {
        var all = client.resources(Receiver.class);
        var placed = scope.namespace().isPresent()
                ? all.inNamespace(scope.namespace().get())
                : all.inAnyNamespace();
        return scope.labelSelector().isEmpty() ? placed : placed.withLabelSelector(scope.labelSelector());
    }

    private static SecretKeySpec randomKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static List<String> paths(Receiver receiver) {
        String path = receiver.getStatus() == null ? null : receiver.getStatus().webhookPath();
        return path == null || path.isEmpty() ? List.of() : List.of(path);
    }

    /**
     * Whose webhook is there. Paths are looked up by a digest with a key of this process, so that the time it takes tells nothing of how much of a guess was
     * right.
     *
     * @param target path and query, as they were sent
     */
    Optional<Receiver> at(String target) {
        return informer.getIndexer().byIndex(BY_PATH, digest(key, target)).stream()
                .min(Comparator.comparing(
                                (Receiver receiver) -> receiver.getMetadata().getNamespace())
                        .thenComparing(receiver -> receiver.getMetadata().getName()));
    }

    /** Whether the API has answered. */
    boolean isComplete() {
        return informer.hasSynced();
    }

    private static String digest(SecretKeySpec key, String path) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void close() {
        informer.stop();
    }
}
