package io.fluxj.notification.receiver.hook;

import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import java.time.Duration;

/**
 * How webhooks are answered.
 *
 * @param scope which Receivers are known
 * @param noCrossNamespaceRefs whether Receivers wake nothing of other namespaces
 * @param proxies the way to issuers of tokens
 * @param trust whose certificates issuers may have
 * @param googleKeys where Google publishes the keys of its service accounts' tokens
 * @param issuerPatience how long an issuer may take to answer
 */
public record HookSettings(
        KnownReceivers.Scope scope,
        boolean noCrossNamespaceRefs,
        Proxies proxies,
        TlsConfig trust,
        String googleKeys,
        Duration issuerPatience) {
    /** Long enough for any issuer that is well. */
    public static final Duration ISSUER_PATIENCE = Duration.ofSeconds(10);

    /** Google's own place. */
    public static final String GOOGLE_KEYS = "https://www.googleapis.com/oauth2/v3/certs";
}
