package io.fluxj.runtime.client;

import io.fabric8.kubernetes.client.Config;
import org.jspecify.annotations.Nullable;

/** How a client proves who it is. */
final class Credentials {
    private Credentials() {}

    /**
     * Whether it has a certificate and nothing that expires. The client's own look-out for a new token would then, from its second minute
     * on, parse the kubeconfig for every request, and find none.
     */
    static boolean certificateOnly(Config config) {
        boolean certificate = given(config.getClientCertData()) || given(config.getClientCertFile());
        return certificate && config.getAuthProvider() == null && !hasTokenOrPassword(config);
    }

    /** Whether it tells who it is by a header. */
    static boolean hasTokenOrPassword(Config config) {
        return config.getOauthTokenProvider() != null
                || given(config.getOauthToken())
                || given(config.getAutoOAuthToken())
                || given(config.getUsername());
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
