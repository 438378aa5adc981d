package io.fluxj.notification.provider;

import io.fluxj.api.notification.v1beta3.CloudEventsMode;
import io.fluxj.runtime.secret.NamedSecret;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a service is reached: a Provider and its Secret.
 *
 * @param address may be empty
 * @param channel may be empty
 * @param credentials who we are to it
 * @param headers that users want to be sent
 * @param provider which one it is
 * @param commitStatus name of the commit status; empty for services that set none
 * @param cloudEvents empty for events as Flux sends them
 */
public record Settings(
        String address,
        String channel,
        Credentials credentials,
        Map<String, String> headers,
        ObjectName provider,
        String commitStatus,
        Optional<CloudEventsMode> cloudEvents) {

    public Settings {
        headers = Map.copyOf(new TreeMap<>(headers));
    }

    /**
     * Who we are; any part may be empty.
     *
     * @param account service account of the cluster that clouds vouch for
     * @param secret all of it, for services with keys of their own
     */
    public record Credentials(String username, String password, String token, String account, NamedSecret secret) {
        /** Whether there is a name with a password. */
        boolean isBasic() {
            return !username.isEmpty() && !password.isEmpty();
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return "Credentials[username=" + username + "]";
        }
    }

    /** The token; may be empty. */
    String token() {
        return credentials.token();
    }

    /** Name to post under; may be empty. */
    String username() {
        return credentials.username();
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "Settings[" + provider + "]";
    }
}
