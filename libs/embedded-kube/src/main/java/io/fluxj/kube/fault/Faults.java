package io.fluxj.kube.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Failures that are to come: each meets the calls it was made for, from one number to another. */
public final class Faults {
    private final List<Fault> faults = new CopyOnWriteArrayList<>();

    /** What happens to a call. */
    public sealed interface Effect {
        /**
         * An answer with a code that the real server gives: 409, 410, 429, 500 or 503, or any other.
         *
         * @param code the HTTP status
         */
        record Answer(int code) implements Effect {}

        /**
         * The call is done after a while.
         *
         * @param time how long
         */
        record Delay(Duration time) implements Effect {}

        /** The connection is closed without an answer. */
        record Drop() implements Effect {}
    }

    private record Fault(Predicate<HttpRequest> which, long first, long last, Effect effect, AtomicLong seen) {}

    /**
     * Adds a failure.
     *
     * @param which the calls it is for
     * @param first the first of these calls that it meets, counted from 1
     * @param count how many it meets from there
     */
    public void add(Predicate<HttpRequest> which, long first, long count, Effect effect) {
        faults.add(new Fault(which, first, first + count - 1, effect, new AtomicLong()));
    }

    /** Adds a failure of every call of a method whose path contains a text. */
    public void add(String method, String pathPart, long first, long count, Effect effect) {
        add(r -> r.method().equals(method) && r.path().contains(pathPart), first, count, effect);
    }

    /** Takes all failures back. */
    public void clear() {
        faults.clear();
    }

    /** What a call meets instead of an answer; empty when it is to be answered. */
    public Optional<HttpResponse> meet(HttpRequest request) {
        for (Fault fault : faults) {
            if (fault.which().test(request)) {
                long number = fault.seen().incrementAndGet();
                if (number >= fault.first() && number <= fault.last()) {
                    return happen(fault.effect());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<HttpResponse> happen(Effect effect) {
        return switch (effect) {
            case Effect.Drop ignored -> Optional.of(new HttpResponse.Drop());
            case Effect.Answer answer -> throw error(answer.code());
            case Effect.Delay delay -> {
                pause(delay.time());
                yield Optional.empty();
            }
        };
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ApiError error(int code) {
        Map<Integer, String> reasons = Map.of(
                409,
                "Conflict",
                410,
                "Expired",
                429,
                "TooManyRequests",
                500,
                "InternalError",
                503,
                "ServiceUnavailable");
        ObjectNode details = Nodes.object();
        if (code == 429) {
            details.put("retryAfterSeconds", 1);
        }
        return ApiError.of(code, reasons.getOrDefault(code, ""), "fault injected: " + code, details);
    }
}
