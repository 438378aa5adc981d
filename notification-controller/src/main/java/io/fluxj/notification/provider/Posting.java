package io.fluxj.notification.provider;

import java.util.Optional;

/**
 * A service that is told by one request, or by none at all.
 *
 * @param message what it is told
 * @param check what is wrong with an answer of success
 */
record Posting(Message message, Check check) implements Service {
    /** What a service is told of an event; empty when it is nothing for it. */
    @FunctionalInterface
    interface Message {
        Optional<Request> of(Notification notification) throws DeliveryFailure;
    }

    /** Looks into an answer whose status is fine. */
    @FunctionalInterface
    interface Check {
        /** What is wrong with it; empty when nothing is. */
        Optional<String> problem(Request request, Reply reply);
    }

    /** Any answer of success will do. */
    static Posting always(Always message) {
        return new Posting(notification -> Optional.of(message.of(notification)), (request, reply) -> Optional.empty());
    }

    /** What a service is told of any event. */
    @FunctionalInterface
    interface Always {
        Request of(Notification notification) throws DeliveryFailure;
    }

    @Override
    public void tell(Notification notification, Line line) throws DeliveryFailure, InterruptedException {
        Optional<Request> request = message.of(notification);
        if (request.isPresent()) {
            try {
                send(request.get(), check, line);
            } catch (DeliveryFailure failed) {
                throw failed.within("postMessage failed");
            }
        }
    }

    /** Says something until there is an answer of success. */
    static Reply send(Request request, Line line) throws DeliveryFailure, InterruptedException {
        return send(request, (sent, reply) -> Optional.empty(), line);
    }

    private static Reply send(Request request, Check check, Line line) throws DeliveryFailure, InterruptedException {
        Reply reply = persistently(request, line);
        String problem = reply.isOk()
                ? check.problem(request, reply).orElse("")
                : "request failed with status code " + reply.status() + ": " + reply.text();
        if (!problem.isEmpty()) {
            throw new DeliveryFailure("request failed: " + problem);
        }
        return reply;
    }

    private static Reply persistently(Request request, Line line) throws DeliveryFailure, InterruptedException {
        try {
            return line.persistently(request);
        } catch (DeliveryFailure failed) {
            throw failed.within("failed to execute request");
        }
    }
}
