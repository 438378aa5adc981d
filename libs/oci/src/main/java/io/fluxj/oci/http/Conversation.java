package io.fluxj.oci.http;

import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.Repository;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Requests to one registry: answers its challenges and follows its redirects, to other hosts without credentials. */
final class Conversation {
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_CHALLENGES = 2;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Transport transport;
    private final Authorization authorization;
    private final URI registry;
    private final Map<Repository, String> headers = new ConcurrentHashMap<>();

    Conversation(Transport transport, Authorization authorization, URI registry) {
        this.transport = transport;
        this.authorization = authorization;
        this.registry = registry;
    }

    /**
     * What is asked.
     *
     * @param repository of which
     * @param target where
     * @param accept media types; empty for any
     * @param body what is sent
     */
    record Question(String method, Repository repository, URI target, List<String> accept, Body body) {
        Question(String method, Repository repository, URI target, List<String> accept) {
            this(method, repository, target, accept, Body.NONE);
        }

        static Question get(Repository repository, URI target, List<String> accept) {
            return new Question("GET", repository, target, accept);
        }
    }

    /**
     * What is sent, as often as it takes.
     *
     * @param type media type; empty when nothing is sent
     */
    record Body(String type, Supplier<HttpRequest.BodyPublisher> bytes) {
        static final Body NONE = new Body("", HttpRequest.BodyPublishers::noBody);
    }

    URI registry() {
        return registry;
    }

    /** The answer, whatever it says; redirects and challenges that can be answered are over. */
    Reply ask(Question question) throws RegistryException, InterruptedException {
        Reply reply = followed(question);
        for (int asked = 0; asked < MOST_CHALLENGES && isChallenge(reply); asked++) {
            Optional<Challenge> challenge = Challenge.of(reply.headers("WWW-Authenticate"));
            if (challenge.isEmpty() || !answer(challenge.get(), question.repository())) {
                return reply;
            }
            reply.close();
            reply = followed(question);
        }
        return reply;
    }

    /** Another host, where a redirect led, gets no answer. */
    private boolean isChallenge(Reply reply) {
        return reply.status() == 401 && Addresses.sameOrigin(reply.uri(), registry);
    }

    /** Whether there is something new to say. */
    private boolean answer(Challenge challenge, Repository repository) throws RegistryException, InterruptedException {
        Optional<String> header = authorization.answer(challenge, repository, registry);
        return header.isPresent() && !header.get().equals(headers.put(repository, header.get()));
    }

    private Reply followed(Question question) throws RegistryException, InterruptedException {
        URI target = question.target();
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Reply reply = transport.send(request(question, target), target);
            if (!REDIRECTS.contains(reply.status())) {
                return reply;
            }
            try (reply) {
                target = next(reply, target);
            }
        }
        throw new RegistryException(
                Problem.REFUSED,
                question.method() + " " + Addresses.shown(question.target()) + ": more than " + MOST_REDIRECTS
                        + " redirects");
    }

    private HttpRequest.Builder request(Question question, URI target) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .method(question.method(), question.body().bytes().get());
        if (!question.body().type().isEmpty()) {
            request.header("Content-Type", question.body().type());
        }
        question.accept().forEach(type -> request.header("Accept", type));
        String header = headers.getOrDefault(question.repository(), "");
        if (!header.isEmpty() && Addresses.sameOrigin(target, registry)) {
            request.header("Authorization", header);
        }
        return request;
    }

    private static URI next(Reply reply, URI from) throws RegistryException {
        try {
            URI next = from.resolve(reply.header("Location"));
            if (Addresses.isHttp(next) && !next.equals(from) && !Addresses.isDowngrade(from, next)) {
                return next;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new RegistryException(
                Problem.REFUSED, reply.request() + ": the redirect leads nowhere, or from https to http");
    }
}
