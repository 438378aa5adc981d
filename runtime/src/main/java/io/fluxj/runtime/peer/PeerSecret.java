package io.fluxj.runtime.peer;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fluxj.runtime.secret.SecretData;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Secret of an installation, watched, so that what it says counts from the next handshake on. What cannot be used leaves the last that could. */
final class PeerSecret implements AutoCloseable, Supplier<Optional<PeerMaterial>> {
    private static final Logger LOG = LoggerFactory.getLogger(PeerSecret.class);

    private final Resource<Secret> secret;
    private final String name;
    private final AtomicReference<@Nullable PeerMaterial> current = new AtomicReference<>();
    private final SharedIndexInformer<Secret> watch;

    private PeerSecret(Resource<Secret> secret, String name) {
        this.secret = secret;
        this.name = name;
        this.watch = secret.runnableInformer(0);
    }

    /** Reads it, if it is there, and watches it. */
    static PeerSecret watch(KubernetesClient client, PeerSettings settings) {
        PeerSecret watched = new PeerSecret(
                client.secrets().inNamespace(settings.namespace()).withName(settings.secret()),
                settings.namespace() + "/" + settings.secret());
        watched.read();
        watched.start();
        return watched;
    }

    /** Reads it now. */
    void read() {
        try {
            Optional.ofNullable(secret.get()).ifPresent(this::take);
        } catch (KubernetesClientException unreadable) {
            LOG.atError()
                    .addKeyValue("error", String.valueOf(unreadable.getMessage()))
                    .log("cannot read Secret {}", name);
        }
    }

    private void start() {
        watch.addEventHandler(new Taking());
        watch.exceptionHandler((started, failed) -> true);
        var _ = watch.start();
    }

    private void take(Secret found) {
        try {
            current.set(PeerMaterial.of(data(found)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
            LOG.atError()
                    .addKeyValue("error", String.valueOf(unusable.getMessage()))
                    .log("Secret {} cannot be used; what it said before counts on", name);
        }
    }

    static SecretData data(Secret secret) {
        Map<String, byte[]> data = new HashMap<>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) -> data.put(key, Base64.getDecoder().decode(value)));
        }
        return new SecretData(data);
    }

    /** Namespace and name. */
    String name() {
        return name;
    }

    @Override
    public Optional<PeerMaterial> get() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public void close() {
        watch.close();
    }

    private final class Taking implements ResourceEventHandler<Secret> {
        @Override
        public void onAdd(Secret found) {
            take(found);
        }

        @Override
        public void onUpdate(Secret before, Secret found) {
            take(found);
        }

        /** A Secret that is made anew comes back at once, with the authority that those who run know no more than their old one. */
        @Override
        public void onDelete(Secret gone, boolean stateUnknown) {
            LOG.warn("Secret {} is gone; what it said counts on", name);
        }
    }
}
