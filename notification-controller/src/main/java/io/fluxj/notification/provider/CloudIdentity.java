package io.fluxj.notification.provider;

import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.gcp.GcpIdentity;
import io.fluxj.runtime.identity.gcp.ServiceAccountKey;

/**
 * Tokens that clouds give for who Providers are in the cluster. Source: behaviour §0.3.
 *
 * @param accounts who somebody is
 * @param environment of the controller
 */
public record CloudIdentity(Accounts accounts, CloudEnvironment environment) {
    private static final String PUBSUB = "https://www.googleapis.com/auth/pubsub";

    /** Whom the cloud shall vouch for. */
    @FunctionalInterface
    public interface Accounts {
        /**
         * Somebody.
         *
         * @param account that the Provider names; empty for none
         */
        Principal of(String namespace, String account) throws IdentityException;
    }

    /** A token of Azure. */
    String azure(Settings settings, String scope, Line line) throws IdentityException {
        return concealed(
                new AzureIdentity(environment).token(principal(settings), scope, Caller.over(line.route())), line);
    }

    /** A token of Google: of the service account whose key is in the Secret, else of who the Provider is in the cluster. */
    String google(Settings settings, Line line) throws IdentityException {
        AccessToken token = settings.token().isEmpty()
                ? new GcpIdentity(environment).token(principal(settings), Caller.over(line.route()))
                : ServiceAccountKey.parse(settings.token())
                        .token(PUBSUB, Caller.over(line.route()), environment.clock());
        return concealed(token, line);
    }

    private static String concealed(AccessToken token, Line line) {
        line.conceal(token.value());
        return token.value();
    }

    private Principal principal(Settings settings) throws IdentityException {
        return accounts.of(
                settings.provider().namespace(), settings.credentials().account());
    }
}
