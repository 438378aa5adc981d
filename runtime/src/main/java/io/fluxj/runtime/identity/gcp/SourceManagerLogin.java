package io.fluxj.runtime.identity.gcp;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.GitCloud;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.util.regex.Pattern;

/** Google's Secure Source Manager, which takes tokens as passwords of any name. An addition of ours: Flux has no such provider. */
public record SourceManagerLogin(GcpIdentity identity) implements GitCloud {
    private static final Pattern HOST = Pattern.compile(
            "[a-z0-9-]{1,200}-git\\.[a-z0-9-]{1,40}\\.sourcemanager\\.dev|source\\.developers\\.google\\.com");

    @Override
    public GitCredentials login(GitUrl url, Principal who, Caller caller) throws IdentityException {
        if (!url.scheme().equals("https") || !HOST.matcher(url.host()).matches()) {
            throw new IdentityException(
                    "invalid Secure Source Manager address: '" + url.shown() + "' is no repository of"
                            + " Google, such as https://fleet-123-git.europe-west1.sourcemanager.dev/project/fleet.git");
        }
        return new GitCredentials.Basic(
                "oauth2accesstoken", identity.token(who, caller).value());
    }
}
