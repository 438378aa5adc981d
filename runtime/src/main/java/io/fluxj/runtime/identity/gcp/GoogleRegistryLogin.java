package io.fluxj.runtime.identity.gcp;

import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.RegistryCloud;
import io.fluxj.runtime.identity.RegistryPassword;
import java.util.regex.Pattern;

/** Google's Artifact Registry and Container Registry, which take tokens as they are. Source: behaviour §11. */
public record GoogleRegistryLogin(GcpIdentity identity) implements RegistryCloud {
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9.-]{1,100}\\.)?gcr\\.io|[A-Za-z0-9.-]{1,100}-docker\\.pkg\\.dev");

    @Override
    public RegistryPassword login(String host, Principal who, Caller caller) throws IdentityException {
        if (!HOST.matcher(host).matches()) {
            throw new IdentityException("invalid GCP registry: '" + host
                    + "' is no registry of Google, such as gcr.io or europe-docker.pkg.dev");
        }
        AccessToken token = identity.token(who, caller);
        return new RegistryPassword("oauth2accesstoken", token.value(), token.expires());
    }
}
