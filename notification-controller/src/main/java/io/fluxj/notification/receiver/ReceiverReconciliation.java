package io.fluxj.notification.receiver;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.api.notification.v1.ReceiverStatus;
import io.fluxj.notification.receiver.filter.OidcSpec;
import io.fluxj.notification.receiver.filter.ReceiverExpressions;
import io.fluxj.notification.receiver.filter.UnusableSpec;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.Announcement;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.ConditionType;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.KindRules;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.ReadyRule;
import io.fluxj.runtime.reconcile.Reconciliation;
import io.fluxj.runtime.reconcile.RetryPolicy;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of a Receiver: is what it says usable, and where is its webhook. Source: behaviour §4.3, conditions-events §6. */
final class ReceiverReconciliation implements Reconciliation<Receiver, ReceiverStatus> {
    private static final String PROGRESS = "Reconciliation in progress";
    private static final GoDuration INTERVAL = GoDuration.parse("10m");
    private static final byte[] NO_TOKEN = new byte[0];

    private final SecretReader secrets;

    ReceiverReconciliation(SecretReader secrets) {
        this.secrets = secrets;
    }

    @Override
    public KindRules<Receiver, ReceiverStatus> rules() {
        return new KindRules<>(
                Receiver.class,
                ReceiverStatus.class,
                "notification-controller",
                Set.of(ConditionType.READY, ConditionType.RECONCILING, ConditionType.STALLED),
                receiver -> Boolean.TRUE.equals(receiver.getSpec().suspend()),
                receiver -> RetryPolicy.backoff(),
                ReadyRule.direct(PROGRESS));
    }

    /** Ready stays what it is until the pass ends, so that the webhook answers meanwhile. */
    @Override
    public Outcome reconcile(Pass<Receiver, ReceiverStatus> pass) throws Failure, InterruptedException {
        pass.conditions().markTrue(ConditionType.RECONCILING, CommonReason.PROGRESSING, PROGRESS);
        Duration interval = pass.step("readSpec", () -> readSpec(pass.object()));
        byte[] token = pass.step("readToken", () -> readToken(pass));
        return publish(pass, token, interval);
    }

    private static Duration readSpec(Receiver receiver) throws Stalled {
        try {
            OidcSpec.check(receiver.getSpec());
            var _ = ReceiverExpressions.compile(receiver.getSpec());
        } catch (UnusableSpec.Invalid invalid) {
            throw Stalled.terminal(ReceiverReason.VALIDATION_FAILED, invalid.message());
        } catch (UnusableSpec.Expression expression) {
            throw Stalled.terminal(CommonReason.INVALID_CEL_EXPRESSION, expression.message());
        }
        try {
            return interval(receiver).value();
        } catch (IllegalArgumentException tooLong) {
            throw Stalled.terminal(ReceiverReason.VALIDATION_FAILED, "spec.interval: " + tooLong.getMessage());
        }
    }

    private static GoDuration interval(Receiver receiver) {
        GoDuration interval = receiver.getSpec().interval();
        return interval == null ? INTERVAL : interval;
    }

    private byte[] readToken(Pass<Receiver, ReceiverStatus> pass) throws Retryable {
        LocalObjectReference reference = pass.object().getSpec().secretRef();
        if (reference == null) {
            return NO_TOKEN;
        }
        String shown = "'" + pass.object().getMetadata().getNamespace() + "/" + reference.name() + "'";
        byte[] token = secret(pass, reference.name(), shown)
                .bytes("token")
                .orElseThrow(() -> tokenNotFound(pass, "invalid " + shown + " secret data: required fields 'token'"));
        pass.conceal(new String(token, StandardCharsets.UTF_8));
        return token;
    }

    private SecretData secret(Pass<Receiver, ReceiverStatus> pass, String name, String shown) throws Retryable {
        String failed = "unable to read token from secret " + shown + " error: ";
        try {
            Optional<SecretData> found =
                    secrets.secret(pass.object().getMetadata().getNamespace(), name);
            return found.orElseThrow(() -> tokenNotFound(pass, failed + "secrets \"" + name + "\" not found"));
        } catch (KubernetesClientException refused) {
            throw tokenNotFound(pass, failed + refused.getMessage());
        }
    }

    /** The event of it has another reason than the condition. */
    private static Retryable tokenNotFound(Pass<Receiver, ReceiverStatus> pass, String message) {
        pass.update(status -> status.withWebhookPath(null));
        pass.emit(Severity.ERROR, CommonReason.FAILED, message, Map.of());
        return Retryable.of(ReceiverReason.TOKEN_NOT_FOUND, message).quietly();
    }

    private static Outcome publish(Pass<Receiver, ReceiverStatus> pass, byte[] token, Duration interval) {
        var metadata = pass.object().getMetadata();
        String path = WebhookPath.of(token, metadata.getName(), metadata.getNamespace())
                .text();
        pass.update(status -> status.withWebhookPath(path));
        return Outcome.ready(CommonReason.SUCCEEDED, "Receiver initialized for path: " + path, interval)
                .announcing(new Announcement(
                        Severity.INFO,
                        CommonReason.SUCCEEDED,
                        "Reconciliation finished, next run in " + GoDuration.of(interval),
                        Map.of()));
    }

    @Override
    public void cleanUp(Pass<Receiver, ReceiverStatus> pass) {
        // The webhook goes with the object.
    }

    @Override
    public void forget(Receiver receiver) {
        // Nothing is kept of it here.
    }
}
