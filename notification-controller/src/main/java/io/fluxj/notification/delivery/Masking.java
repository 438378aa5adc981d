package io.fluxj.notification.delivery;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.runtime.secret.Scrubber;
import java.net.URI;

/** Keeps secrets of a Provider out of what is said of it. */
final class Masking {
    private static final String STARS = "*****";

    private final Scrubber scrubber = new Scrubber();
    private final String token;
    private final String address;

    /**
     * Masks.
     *
     * @param token masked wherever it stands, however short it is, and its last letter as often as it stands there: so Flux does
     * @param address masked but for its server when it came from a Secret; empty otherwise
     */
    Masking(String token, String address) {
        this.token = token;
        this.address = address;
    }

    /** From now on this is masked too. */
    void conceal(String value) {
        scrubber.conceal(value);
    }

    /** What is said before anything was sent. */
    String scrub(String message) {
        return scrubber.scrub(withoutAddress(message));
    }

    /** What is said of something that was sent, and of its answer. */
    String mask(String message) {
        return scrubber.scrub(withoutToken(withoutAddress(message)));
    }

    /** As Go replaces matches: an empty one does not count right after another. */
    private String withoutToken(String message) {
        if (token.isEmpty()) {
            return message;
        }
        Matcher match = Pattern.compile(Pattern.quote(token) + "*").matcher(message);
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (int at = 0; at <= message.length() && match.find(at); at = Math.max(at + 1, match.end())) {
            masked.append(message, from, match.start());
            if (match.end() > from || match.start() == 0) {
                masked.append(STARS);
            }
            from = match.end();
        }
        return masked.append(message.substring(from)).toString();
    }

    /** Addresses of webhooks are secrets from the path on. */
    private String withoutAddress(String message) {
        if (address.isEmpty()) {
            return message;
        }
        try {
            URI uri = URI.create(address);
            boolean tells = uri.getHost() != null
                    && uri.getRawPath() != null
                    && uri.getRawPath().length() > 1;
            return tells ? message.replace(address, uri.getScheme() + "://" + uri.getHost() + "/" + STARS) : message;
        } catch (IllegalArgumentException none) {
            return message;
        }
    }
}
