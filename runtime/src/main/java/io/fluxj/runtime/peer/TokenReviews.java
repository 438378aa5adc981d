package io.fluxj.runtime.peer;

import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks the API server whose a token is, and remembers the answer for a while, but not beyond the token's end. Tokens are kept and compared as digests: how long
 * it takes to find one tells nothing of it.
 */
final class TokenReviews {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(2);
    private static final Duration REFUSED_FOR = Duration.ofSeconds(30);
    private static final int REMEMBERED = 1024;

    /** Reviews at once; whoever invents tokens waits for these. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ACCOUNT = "system:serviceaccount:";

    private final KubernetesClient client;
    private final PeerSettings settings;
    private final Clock clock;
    private final Semaphore reviews = new Semaphore(AT_ONCE);
    private final Map<ByteBuffer, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Known(Proof proof, Instant until) {}

    TokenReviews(KubernetesClient client, PeerSettings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.clock = clock;
    }

    Proof of(String token) {
        Optional<TokenClaims> claims = TokenClaims.of(token);
        if (claims.isEmpty()) {
            return new Proof.Invalid("it is none of a service account");
        }
        if (!claims.get().audiences().contains(PeerSettings.AUDIENCE)) {
            return new Proof.Invalid("it is not for the audience " + PeerSettings.AUDIENCE);
        }
        if (!clock.instant().isBefore(claims.get().expires())) {
            return new Proof.Invalid("it has expired");
        }
        ByteBuffer key = digest(token);
        return find(key).orElseGet(() -> ask(token, key, claims.get().expires()));
    }

    private Proof ask(String token, ByteBuffer key, Instant expires) {
        try {
            if (!reviews.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Proof.Unreviewed("too many tokens wait for a review");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Proof.Unreviewed("this controller is stopping");
        }
        try {
            return find(key).orElseGet(() -> remembered(key, review(token), expires));
        } finally {
            reviews.release();
        }
    }

    private Proof review(String token) {
        try {
            TokenReview answer = client.tokenReviews()
                    .create(new TokenReviewBuilder()
                            .withNewSpec()
                            .withToken(token)
                            .withAudiences(PeerSettings.AUDIENCE)
                            .endSpec()
                            .build());
            return proof(answer.getStatus());
        } catch (KubernetesClientException refused) {
            return new Proof.Unreviewed("it answers " + refused.getCode());
        }
    }

    /** A server that knows no audiences says nothing of them: then the token may be meant for others. */
    private Proof proof(TokenReviewStatus status) {
        boolean authentic = Boolean.TRUE.equals(status.getAuthenticated())
                && status.getAudiences() != null
                && status.getAudiences().contains(PeerSettings.AUDIENCE);
        if (!authentic) {
            return new Proof.Invalid("the API server does not know it for this audience");
        }
        String user = status.getUser().getUsername();
        String[] parts =
                user.startsWith(ACCOUNT) ? user.substring(ACCOUNT.length()).split(":", -1) : new String[0];
        if (parts.length != 2) {
            return new Proof.Invalid("it is none of a service account");
        }
        String account = parts[0] + "/" + parts[1];
        return settings.allows(account) ? new Proof.Account(account) : new Proof.Stranger(account);
    }

    private Proof remembered(ByteBuffer key, Proof proof, Instant expires) {
        Duration time =
                switch (proof) {
                    case Proof.Account _ -> KNOWN_FOR;
                    case Proof.Invalid _, Proof.Stranger _ -> REFUSED_FOR;
                    case Proof.Unreviewed _, Proof.Plain _, Proof.Nothing _ -> Duration.ZERO;
                };
        Instant until = clock.instant().plus(time);
        synchronized (known) {
            known.put(key, new Known(proof, until.isBefore(expires) ? until : expires));
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return proof;
    }

    private Optional<Proof> find(ByteBuffer key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key))
                    .filter(found -> clock.instant().isBefore(found.until()))
                    .map(Known::proof);
        }
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
