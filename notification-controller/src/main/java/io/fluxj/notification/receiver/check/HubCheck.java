package io.fluxj.notification.receiver.check;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.notification.receiver.payload.MalformedPayload;
import io.fluxj.notification.receiver.payload.MediaType;
import io.fluxj.runtime.secret.NamedSecret;
import java.nio.charset.StandardCharsets;

/**
 * Signed calls of GitHub, and of Bitbucket Server, which took over its ways: the signature is in {@code X-Hub-Signature-256} or else in
 * {@code X-Hub-Signature}, the body is JSON or a form.
 *
 * @param caller whose signature it is, in messages
 * @param event what its events are called
 * @param eventHeader where the name of the event is
 */
record HubCheck(String caller, String event, String eventHeader) implements CallCheck {
    static final HubCheck GITHUB = new HubCheck("GitHub", "GitHub event", "X-GitHub-Event");
    static final HubCheck BITBUCKET = new HubCheck("Bitbucket server", "Bitbucket server event", "X-Event-Key");

    private static final Pattern BROKEN_ESCAPE =
            Pattern.compile("%(?:[^0-9a-fA-F]|[0-9a-fA-F][^0-9a-fA-F]|[0-9a-fA-F]?$)");

    @Override
    public Genuine check(Call call, NamedSecret secret) throws CallRefused {
        try {
            requireSigned(call, TokenHeader.token(secret));
        } catch (CallRefused refused) {
            throw new CallRefused("the " + caller + " signature header is invalid, err: " + refused.message());
        }
        Events.require(call.spec().events(), call.header(eventHeader), event);
        return Genuine.with(call.body());
    }

    private static void requireSigned(Call call, byte[] token) throws CallRefused {
        requireBodyType(call);
        String strong = call.header("X-Hub-Signature-256");
        String signature = strong.isEmpty() ? call.header("X-Hub-Signature") : strong;
        if (token.length > 0 || !signature.isEmpty()) {
            HubSignature.require(signature, call.body().array(), token);
        }
    }

    private static void requireBodyType(Call call) throws CallRefused {
        String type;
        try {
            type = MediaType.parse(call.header("Content-Type")).text();
        } catch (MalformedPayload malformed) {
            throw new CallRefused(malformed.message());
        }
        switch (type) {
            case "application/json" -> {
                // any text
            }
            case "application/x-www-form-urlencoded" ->
                requireForm(new String(call.body().array(), StandardCharsets.ISO_8859_1));
            default -> throw new CallRefused("webhook request has unsupported Content-Type " + quoted(type));
        }
    }

    private static void requireForm(String form) throws CallRefused {
        if (form.indexOf(';') >= 0) {
            throw new CallRefused("invalid semicolon separator in query");
        }
        Matcher broken = BROKEN_ESCAPE.matcher(form);
        if (broken.find()) {
            int end = Math.min(form.length(), broken.start() + 3);
            throw new CallRefused("invalid URL escape " + quoted(form.substring(broken.start(), end)));
        }
    }
}
