package io.fluxj.notification.receiver.hook;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.net.http.HttpReader;
import io.fluxj.notification.receiver.WebhookPath;
import io.fluxj.notification.receiver.check.CallChecks;
import io.fluxj.notification.receiver.token.Issuers;
import io.fluxj.runtime.http.HttpHandler;
import io.fluxj.runtime.http.Routes;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.start.Resources;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;

/** Puts the webhooks together. */
public final class Hooks {
    /** Calls of one webhook: a push to a monorepo with hundreds of hooks passes, a loop does not. */
    private static final int CALLS_AT_ONCE = 500;

    private static final int CALLS_PER_SECOND = 50;

    private Hooks() {}

    /**
     * What answers webhooks.
     *
     * @param client writes without a lease
     * @param resources are given what is opened
     */
    public static HttpHandler open(KubernetesClient client, HookSettings settings, Resources resources)
            throws IOException {
        Clock clock = Clock.systemUTC();
        Issuers issuers =
                resources.keep(new Issuers(reader(settings), settings.googleKeys(), settings.issuerPatience(), clock));
        KnownReceivers receivers = resources.keep(KnownReceivers.watch(client, settings.scope()));
        Webhooks webhooks = new Webhooks(
                receivers,
                new ExpressionCache(),
                new CallChecks(new SecretReader(client), issuers, clock),
                new Waking(client, new RequestToken(clock, System::nanoTime), settings.noCrossNamespaceRefs()),
                new CallRates(CALLS_AT_ONCE, CALLS_PER_SECOND, System::nanoTime));
        return new Routes(Map.of(WebhookPath.PREFIX, webhooks));
    }

    private static HttpReader reader(HookSettings settings) throws IOException {
        try {
            return HttpReader.open(settings.trust(), settings.proxies());
        } catch (GeneralSecurityException unusable) {
            throw new IOException("cannot speak TLS to issuers of tokens: " + unusable.getMessage(), unusable);
        }
    }
}
