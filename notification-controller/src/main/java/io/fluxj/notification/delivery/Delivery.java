package io.fluxj.notification.delivery;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.api.notification.v1beta3.ProviderType;
import io.fluxj.notification.event.Event;
import io.fluxj.notification.event.EventKey;
import io.fluxj.notification.provider.DeliveryFailure;
import io.fluxj.notification.provider.Line;
import io.fluxj.notification.provider.Notification;
import io.fluxj.notification.provider.ObjectName;
import io.fluxj.notification.provider.Service;
import io.fluxj.runtime.secret.NamedSecret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event on its way to one Provider.
 *
 * @param event as it came
 * @param told with the metadata that the Provider is told
 */
record Delivery(Event event, Event told, Alert alert, Provider provider, ProviderType type) {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Sends it; what goes wrong is told on the Alert, in the log and by the metrics. */
    void run(Post post) {
        long start = System.nanoTime();
        String result = "failed";
        try {
            send(post);
            result = "sent";
            post.reports().receipts().delivered(alert);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            result = "stopped";
        } catch (RuntimeException unexpected) {
            post.reports()
                    .failed(
                            alert,
                            event,
                            "failed to send notification",
                            "unexpected " + unexpected.getClass().getName());
            LOG.debug("a delivery failed", unexpected);
        } catch (Reported reported) {
            LOG.debug("{} was told of the failure", alert.getMetadata().getName());
        }
        post.reports().metrics().delivered(type.text(), result, System.nanoTime() - start);
    }

    /** A failure that users know of. */
    private static final class Reported extends Exception {
        private static final long serialVersionUID = 1L;

        Reported(DeliveryFailure cause) {
            super(cause);
        }
    }

    private void send(Post post) throws Reported, InterruptedException {
        Masking masking = new Masking("", "");
        Prepared prepared;
        Line line;
        try {
            String commitStatus =
                    ProviderTraits.setsCommitStatus(type) ? post.commitStatus().of(provider, alert, told) : "";
            NamedSecret secret = initializing(() -> post.secrets().secret(provider));
            masking = masking(secret);
            prepared = initializing(() -> post.secrets().prepare(provider, type, secret, commitStatus));
            line = line(post, prepared);
        } catch (DeliveryFailure failed) {
            post.reports().failed(alert, event, "failed to dispatch notification", masking.scrub(failed.message()));
            throw new Reported(failed);
        }
        tell(post, prepared, line, masking);
    }

    private void tell(Post post, Prepared prepared, Line line, Masking masking) throws Reported, InterruptedException {
        Service service;
        try {
            service = opened(post, prepared, line);
        } catch (DeliveryFailure failed) {
            line.concealed().forEach(masking::conceal);
            post.reports().failed(alert, event, "failed to dispatch notification", masking.scrub(failed.message()));
            throw new Reported(failed);
        }
        try {
            service.tell(notification(post), line);
        } catch (DeliveryFailure failed) {
            line.concealed().forEach(masking::conceal);
            post.reports().failed(alert, event, "failed to send notification", masking.mask(failed.message()));
            throw new Reported(failed);
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws DeliveryFailure;
    }

    private <T> T initializing(Step<T> step) throws DeliveryFailure {
        try {
            return step.take();
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to initialize notifier for provider '"
                    + provider.getMetadata().getName() + "'");
        }
    }

    private Service opened(Post post, Prepared prepared, Line line) throws DeliveryFailure, InterruptedException {
        try {
            return post.services().open(type, prepared.settings(), line);
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to initialize notifier for provider '"
                    + provider.getMetadata().getName() + "': failed to initialize notifier");
        }
    }

    private Line line(Post post, Prepared prepared) throws DeliveryFailure {
        return initializing(() -> {
            try {
                return post.ways().line(prepared, provider.getSpec().timeout());
            } catch (GeneralSecurityException | IOException unusable) {
                throw new DeliveryFailure("failed to get TLS config: the certificate or its key cannot be used");
            }
        });
    }

    private Masking masking(NamedSecret secret) {
        String address = secret.has("address") ? secret.text("address").strip() : "";
        Masking masking = new Masking(secret.text("token").strip(), address);
        secret.confidential().forEach(masking::conceal);
        secret.text("headers").lines().forEach(line -> masking.conceal(line.substring(line.indexOf(':') + 1)));
        return masking;
    }

    private Notification notification(Post post) {
        ObjectName name = new ObjectName(
                alert.getMetadata().getNamespace(),
                alert.getMetadata().getName(),
                String.valueOf(alert.getMetadata().getUid()));
        // a journal holds what was said, not how it is shown
        Event shown = type == ProviderType.AUDIT
                ? told
                : post.templates().applied(told, alert, provider, post.reports().complaints());
        return new Notification(shown, name, EventKey.of(event));
    }
}
