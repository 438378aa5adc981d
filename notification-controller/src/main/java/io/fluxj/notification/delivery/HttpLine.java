package io.fluxj.notification.delivery;

import io.fluxj.net.address.AddressRule;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpFailure;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.notification.provider.DeliveryFailure;
import io.fluxj.notification.provider.Line;
import io.fluxj.notification.provider.Reply;
import io.fluxj.notification.provider.Request;
import io.fluxj.runtime.identity.HttpRoute;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way to a service over the JDK's HTTP client, for one event. */
final class HttpLine implements Line {
    private static final String LATE = "context deadline exceeded";

    private final Clients.Client client;
    private final TlsConfig tls;
    private final AddressRule addresses;
    private final Deadline deadline;
    private final Pace pace;
    private final List<String> secrets = new CopyOnWriteArrayList<>();

    HttpLine(Clients.Client client, TlsConfig tls, AddressRule addresses, Deadline deadline, Pace pace) {
        this.client = client;
        this.tls = tls;
        this.addresses = addresses;
        this.deadline = deadline;
        this.pace = pace;
    }

    @Override
    public Reply once(Request request) throws DeliveryFailure, InterruptedException {
        return switch (attempt(request)) {
            case Attempt.Answered(Exchange.Answer answer) -> answer.reply();
            case Attempt.Unanswered(String problem, boolean _) -> throw new DeliveryFailure(said(request) + problem);
        };
    }

    @Override
    public Reply persistently(Request request) throws DeliveryFailure, InterruptedException {
        for (int attempts = 1; ; attempts++) {
            Attempt attempt = attempt(request);
            Optional<Duration> pause = pause(attempt, attempts);
            if (pause.isEmpty()) {
                return settled(request, attempt, attempts);
            }
            if (attempts == pace.attempts()) {
                throw givenUp(request, attempt, attempts);
            }
            rest(pause.get());
        }
    }

    /** What came of saying something once. */
    private sealed interface Attempt {
        record Answered(Exchange.Answer answer) implements Attempt {}

        record Unanswered(String problem, boolean mayPass) implements Attempt {}
    }

    /** How long to wait before the next attempt; empty when there is to be none. */
    private Optional<Duration> pause(Attempt attempt, int attempts) {
        return switch (attempt) {
            case Attempt.Unanswered(String _, boolean mayPass) ->
                mayPass && !deadline.isOver() ? Optional.of(pace.pause(attempts)) : Optional.empty();
            case Attempt.Answered(Exchange.Answer answer) when !answer.mayPass() -> Optional.empty();
            case Attempt.Answered(Exchange.Answer answer) ->
                Optional.of(answer.retryAfter().map(pace::seconds).orElse(pace.pause(attempts)));
        };
    }

    private Reply settled(Request request, Attempt attempt, int attempts) throws DeliveryFailure {
        return switch (attempt) {
            case Attempt.Answered(Exchange.Answer answer) -> answer.reply();
            case Attempt.Unanswered _ -> throw givenUp(request, attempt, attempts);
        };
    }

    private DeliveryFailure givenUp(Request request, Attempt attempt, int attempts) {
        String what = request.method() + " " + request.address() + " giving up after " + attempts + " attempt(s)";
        return switch (attempt) {
            case Attempt.Answered _ -> new DeliveryFailure(what);
            case Attempt.Unanswered(String _, boolean _)
            when deadline.isOver() -> new DeliveryFailure(what + ": " + LATE);
            case Attempt.Unanswered(String problem, boolean _) ->
                new DeliveryFailure(what + ": " + said(request) + problem);
        };
    }

    private void rest(Duration pause) throws DeliveryFailure, InterruptedException {
        Duration left = deadline.left();
        if (pause.compareTo(left) >= 0) {
            Thread.sleep(left);
            throw new DeliveryFailure(LATE);
        }
        Thread.sleep(pause);
    }

    private Attempt attempt(Request request) throws InterruptedException {
        Duration left = deadline.left();
        Duration patience = left.compareTo(pace.attempt()) < 0 ? left : pace.attempt();
        try {
            return new Attempt.Answered(new Exchange(client.http(), addresses).send(request, Deadline.in(patience)));
        } catch (HttpTimeoutException late) {
            return new Attempt.Unanswered(
                    LATE + " (Client.Timeout exceeded while awaiting headers)", !deadline.isOver());
        } catch (Exchange.Refused refused) {
            return new Attempt.Unanswered(String.valueOf(refused.getMessage()), false);
        } catch (IOException failed) {
            String problem = HttpFailure.problem(request.address(), failed);
            return new Attempt.Unanswered(problem, !problem.startsWith("tls: failed to verify"));
        }
    }

    /** As Go begins what it says of a request. */
    private static String said(Request request) {
        String method =
                request.method().charAt(0) + request.method().substring(1).toLowerCase(java.util.Locale.ROOT);
        return method + " \"" + request.address() + "\": ";
    }

    @Override
    public void conceal(String secret) {
        secrets.add(secret);
    }

    @Override
    public List<String> concealed() {
        return List.copyOf(secrets);
    }

    @Override
    public Deadline deadline() {
        return deadline;
    }

    @Override
    public TlsConfig tls() {
        return tls;
    }

    @Override
    public HttpRoute route() {
        return new HttpRoute(client.route().proxies(), client.tls());
    }

    @Override
    public void requireAllowed(String host) throws DeliveryFailure {
        try {
            if (!addresses.allowsAll()) {
                var _ = addresses.resolve(host);
            }
        } catch (IOException refused) {
            throw new DeliveryFailure(String.valueOf(refused.getMessage()));
        }
    }
}
