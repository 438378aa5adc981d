package io.fluxj.runtime.peer;

import io.fluxj.runtime.http.HttpAnswer;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.HttpRequest;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Lets through to a server who proves to be of the installation, and in audit the others too.
 *
 * @param server its name
 * @param open which requests need no proof
 * @param admits whether those are served that prove nothing
 */
record PeerGuard(
        String server, Predicate<HttpRequest> open, boolean admits, TokenReviews reviews, PeerReports reports) {
    private static final String BEARER = "Bearer ";

    HttpHandler around(HttpHandler handler) {
        return request -> answer(handler, request);
    }

    private HttpAnswer answer(HttpHandler handler, HttpRequest request) throws IOException {
        if (open.test(request)) {
            return handler.answer(request);
        }
        return switch (proof(request)) {
            case Proof.Account account -> {
                reports.proven(server, account.name());
                yield handler.answer(request);
            }
            case Proof.Missing missing -> {
                reports.unproven(server, request.from().getHostAddress(), missing, admits);
                yield admits ? handler.answer(request) : refusal(missing);
            }
        };
    }

    private Proof proof(HttpRequest request) {
        if (!request.secure()) {
            return new Proof.Plain();
        }
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> reviews.of(header.substring(BEARER.length()).strip()))
                .orElseGet(Proof.Nothing::new);
    }

    private static HttpAnswer refusal(Proof.Missing missing) {
        HttpAnswer answer = HttpAnswer.text(
                missing.status(), missing.message() + "; see --peer-security in the documentation of Fluxj\n");
        return switch (missing) {
            case Proof.Plain _ -> answer.with("Upgrade", "TLS/1.2").with("Connection", "Upgrade");
            case Proof.Nothing _, Proof.Invalid _ -> answer.with("WWW-Authenticate", "Bearer");
            case Proof.Unreviewed _ -> answer.with("Retry-After", "5");
            case Proof.Stranger _ -> answer;
        };
    }
}
