package io.fluxj.notification.delivery;

import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.api.notification.v1beta3.ProviderSpec;
import io.fluxj.api.notification.v1beta3.ProviderType;
import io.fluxj.notification.alert.Catalogue;
import io.fluxj.notification.alert.EventMetadata;
import io.fluxj.notification.event.Event;
import io.fluxj.notification.provider.DeliveryFailure;
import java.util.Optional;

/** Whether an Alert's Provider is told of an event. Source: behaviour §4.1. */
final class AlertDispatch implements AutoCloseable {
    private final Catalogue catalogue;
    private final Post post;
    private final Tenancy tenancy;
    private final Lanes lanes = new Lanes();

    AlertDispatch(Catalogue catalogue, Post post, Tenancy tenancy) {
        this.catalogue = catalogue;
        this.post = post;
        this.tenancy = tenancy;
    }

    /** What became of an event, as far as the log is concerned. */
    enum Outcome {
        DONE,
        NO_COMMIT,
        NO_CHANGE_REQUEST
    }

    DeliveryMetrics metrics() {
        return post.reports().metrics();
    }

    /** How many deliveries wait or are under way. */
    int pending() {
        return lanes.size();
    }

    Outcome dispatch(Event event, int bytes, Alert alert) {
        try {
            return tryDispatch(event, bytes, alert);
        } catch (DeliveryFailure failed) {
            post.reports().failed(alert, event, "failed to dispatch notification", failed.message());
            return Outcome.DONE;
        }
    }

    private Outcome tryDispatch(Event event, int bytes, Alert alert) throws DeliveryFailure {
        requireOwn(event, alert);
        Provider provider = provider(alert);
        ProviderSpec spec = provider.getSpec();
        ProviderType type = spec.type()
                .known()
                .orElseThrow(() -> new DeliveryFailure("failed to initialize notifier for provider '"
                        + provider.getMetadata().getName() + "': failed to initialize notifier: provider "
                        + spec.type().text() + " not supported"));
        boolean silent = Boolean.TRUE.equals(spec.suspend())
                || (event.isCommitStatusUpdate() && !ProviderTraits.hearsOfUpdates(type));
        if (silent) {
            return Outcome.DONE;
        }
        if (ProviderTraits.setsCommitStatus(type) && !isForCommitStatus(event)) {
            return Outcome.NO_COMMIT;
        }
        if (ProviderTraits.comments(type) && isEmpty(event.ofAnnotation("change_request"))) {
            return Outcome.NO_CHANGE_REQUEST;
        }
        requireAllowedAccount(spec);
        Event told = EventMetadata.combined(event, alert, post.reports().complaints());
        enqueue(new Delivery(event, told, alert, provider, type), bytes);
        return Outcome.DONE;
    }

    private void requireOwn(Event event, Alert alert) throws DeliveryFailure {
        if (tenancy.ownEventsOnly()
                && !event.involved().namespace().equals(alert.getMetadata().getNamespace())) {
            throw new DeliveryFailure(
                    "discarding event, access denied to cross-namespace sources: alert '" + name(alert)
                            + "' can't process event from '" + event.involved().shown()
                            + "', cross-namespace references have been blocked");
        }
    }

    private Provider provider(Alert alert) throws DeliveryFailure {
        String name = alert.getSpec().providerRef().name();
        return catalogue
                .provider(alert.getMetadata().getNamespace(), name)
                .filter(provider -> provider.getSpec() != null)
                .orElseThrow(() -> new DeliveryFailure(
                        "failed to read provider: Provider.notification.toolkit.fluxcd.io \"" + name + "\" not found"));
    }

    /** Failures are told in any case, and then fail for want of a commit. */
    private static boolean isForCommitStatus(Event event) {
        return !isEmpty(event.ofAnnotation("commit")) || event.isCommitStatusUpdate() || event.isError();
    }

    private static boolean isEmpty(Optional<String> text) {
        return text.filter(value -> !value.isEmpty()).isEmpty();
    }

    private void requireAllowedAccount(ProviderSpec spec) throws DeliveryFailure {
        boolean named =
                spec.serviceAccountName() != null && !spec.serviceAccountName().isEmpty();
        if (named && !tenancy.serviceAccounts()) {
            throw new DeliveryFailure(
                    "to use spec.serviceAccountName for provider authentication please enable the ObjectLevelWorkloadIdentity feature gate in the controller");
        }
    }

    private void enqueue(Delivery delivery, int bytes) throws DeliveryFailure {
        Provider provider = delivery.provider();
        Lanes.Key lane = new Lanes.Key(
                provider.getMetadata().getNamespace(), provider.getMetadata().getName());
        if (!lanes.offer(new Lanes.Task(lane, bytes, () -> delivery.run(post)))) {
            metrics().dropped("provider_full");
            throw new DeliveryFailure("too many events wait for provider '"
                    + provider.getMetadata().getName() + "' already, this one is dropped");
        }
    }

    private static String name(Alert alert) {
        return alert.getMetadata().getNamespace() + "/" + alert.getMetadata().getName();
    }

    @Override
    public void close() {
        lanes.close();
    }
}
