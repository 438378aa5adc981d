package io.fluxj.notification.receiver.hook;

import io.fluxj.api.meta.ConditionStatus;
import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.notification.receiver.check.Call;
import io.fluxj.notification.receiver.check.CallChecks;
import io.fluxj.notification.receiver.check.CallRefused;
import io.fluxj.notification.receiver.check.Genuine;
import io.fluxj.notification.receiver.filter.ReceiverExpressions;
import io.fluxj.notification.receiver.filter.UnusableSpec;
import io.fluxj.notification.receiver.payload.Bytes;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import io.fluxj.runtime.http.BodyRefused;
import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.HttpRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Answers calls of webhooks. Whatever is wrong with a call, its answer has no body; the log has the reason. Source: behaviour §4.3, flags-endpoints §4.
 */
final class Webhooks implements HttpHandler {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;

    /** Bodies of 3 MiB and what is made of them are in memory at once. */
    private static final int MOST_AT_ONCE = 16;

    private static final long PATIENCE_SECONDS = 10;
    private static final String UNREAD = "reading the request body failed";

    private final KnownReceivers receivers;
    private final ExpressionCache expressions;
    private final CallChecks checks;
    private final Waking waking;
    private final CallRates rates;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    Webhooks(KnownReceivers receivers, ExpressionCache expressions, CallChecks checks, Waking waking, CallRates rates) {
        this.receivers = receivers;
        this.expressions = expressions;
        this.checks = checks;
        this.waking = waking;
        this.rates = rates;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws IOException {
        Optional<Receiver> receiver = receivers.at(request.target());
        if (receiver.isEmpty()) {
            return unknown(request);
        }
        if (!rates.take(request.target())) {
            HookLog.error(receiver.get(), "receiver is called too often", "unable to process request");
            return HttpAnswer.empty(TOO_MANY).with("Retry-After", "1");
        }
        try {
            return withRoom(receiver.get(), request);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return HttpAnswer.empty(UNAVAILABLE);
        }
    }

    /** Its body is not kept. */
    private HttpAnswer unknown(HttpRequest request) throws IOException {
        if (request.header("Content-Length").filter(Webhooks::isLong).isPresent()) {
            try {
                var _ = request.body().read();
            } catch (BodyRefused refused) {
                HookLog.error(UNREAD, why(refused));
                return refused(refused);
            }
        }
        return receivers.isComplete() ? HttpAnswer.empty(NOT_FOUND) : HttpAnswer.empty(UNAVAILABLE);
    }

    private static boolean isLong(String length) {
        return length.length() >= "3145729".length();
    }

    /** What is left of the body is not waited for. */
    private static HttpAnswer refused(BodyRefused refused) {
        return HttpAnswer.empty(refused.status()).with("Connection", "close");
    }

    private static String why(BodyRefused refused) {
        return refused.status() == TOO_LARGE
                ? "request body exceeds the maximum size of 3145728 bytes"
                : String.valueOf(refused.getMessage());
    }

    private HttpAnswer withRoom(Receiver receiver, HttpRequest request) throws IOException, InterruptedException {
        if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            HookLog.error(receiver, "too many calls at once", "unable to process request");
            return HttpAnswer.empty(UNAVAILABLE).with("Retry-After", "1");
        }
        try {
            return handle(new Call(receiver, request, Bytes.of(request.body().read())));
        } catch (BodyRefused refused) {
            HookLog.error(receiver, UNREAD, why(refused));
            return refused(refused);
        } finally {
            room.release();
        }
    }

    private HttpAnswer handle(Call call) throws InterruptedException {
        Receiver receiver = call.receiver();
        if (Boolean.TRUE.equals(call.spec().suspend())) {
            HookLog.error(receiver, "receiver is suspended", "unable to process request");
            return HttpAnswer.empty(UNAVAILABLE);
        }
        if (!isReady(receiver)) {
            HookLog.error(receiver, "receiver is not ready", "unable to process request");
            return HttpAnswer.empty(UNAVAILABLE);
        }
        try {
            ReceiverExpressions compiled = expressions.of(receiver);
            Genuine genuine = checks.require(call, compiled);
            ObjectFilter filter = ObjectFilter.of(call, genuine, compiled);
            return HttpAnswer.empty(waking.wakeAll(receiver, filter) ? OK : FAILED);
        } catch (CallRefused refused) {
            HookLog.error(receiver, "unable to validate payload", refused.message());
            return HttpAnswer.empty(BAD_REQUEST);
        } catch (MalformedPayload malformed) {
            HookLog.error(
                    receiver,
                    "unable to create resource filters",
                    "failed to parse request body as JSON: " + malformed.message());
            return HttpAnswer.empty(FAILED);
        } catch (UnusableSpec changed) {
            HookLog.error(receiver, "unable to create resource filters", changed.message());
            return HttpAnswer.empty(FAILED);
        }
    }

    private static boolean isReady(Receiver receiver) {
        return receiver.getStatus() != null
                && receiver.getStatus().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Ready")
                                && condition.status().is(ConditionStatus.TRUE));
    }
}
