package io.fluxj.runtime.peer;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the Secret of an installation where there is none, and renews those that were made so; any other, such as cert-manager's, is left to whoever made it.
 * Every replica of every server does it: what another one wrote in the meantime stands.
 */
final class PeerSecretKeeper {
    /** Says that the Secret is made by the controllers. */
    static final String OURS = "fluxj.io/peer-authority";

    private static final Logger LOG = LoggerFactory.getLogger(PeerSecretKeeper.class);
    private static final Duration LOOK = Duration.ofHours(1);
    private static final int CONFLICT = 409;

    private final KubernetesClient client;
    private final PeerSettings settings;
    private final PeerAuthority authority;
    private final Clock clock;

    PeerSecretKeeper(KubernetesClient client, PeerSettings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.authority = new PeerAuthority(settings.namespace());
        this.clock = clock;
    }

    /** Looks every hour until it is interrupted. */
    Thread patrol() {
        return Thread.ofVirtual().name("peer-certificates").start(() -> {
            try {
                while (true) {
                    Thread.sleep(LOOK);
                    keep();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Sees to it that the Secret is there and in time; says in the log why it is not. */
    void keep() {
        try {
            Secret found = resource().get();
            if (found == null) {
                create();
            } else if (isOurs(found)) {
                renew(found);
            }
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != CONFLICT) {
                failed(String.valueOf(refused.getMessage()));
            }
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
            failed(unusable.getMessage() + "; delete it, and a new one is made");
        }
    }

    private void failed(String why) {
        LOG.atError()
                .addKeyValue("error", why)
                .log("Secret {}/{} is not kept in time", settings.namespace(), settings.secret());
    }

    private Resource<Secret> resource() {
        return client.secrets().inNamespace(settings.namespace()).withName(settings.secret());
    }

    private static boolean isOurs(Secret found) {
        Map<String, String> annotations = found.getMetadata().getAnnotations();
        return annotations != null && annotations.containsKey(OURS);
    }

    private void create() {
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(settings.namespace())
                        .withName(settings.secret())
                        .addToLabels("app.kubernetes.io/part-of", "flux")
                        .addToAnnotations(OURS, "self")
                        .endMetadata()
                        .withType("kubernetes.io/tls")
                        .withData(encoded(authority.begin(clock.instant())))
                        .build())
                .create();
        LOG.info(
                "made Secret {}/{}, by which controllers recognise each other",
                settings.namespace(),
                settings.secret());
    }

    private void renew(Secret found) throws GeneralSecurityException, IOException {
        Map<String, String> changes = authority.renew(PeerSecret.data(found), clock.instant());
        if (changes.isEmpty()) {
            return;
        }
        Map<String, String> data = new HashMap<>(found.getData());
        data.putAll(encoded(changes));
        client.resource(new SecretBuilder(found).withData(data).build()).update();
        LOG.info("renewed {} of Secret {}/{}", changes.keySet(), settings.namespace(), settings.secret());
    }

    private static Map<String, String> encoded(Map<String, String> data) {
        return data.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> Base64.getEncoder()
                .encodeToString(entry.getValue().getBytes(StandardCharsets.UTF_8))));
    }
}
