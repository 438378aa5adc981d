package io.fluxj.runtime.identity.aws;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.GitCloud;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS CodeCommit over HTTPS: the name is the key's id with its session, the password a signature of the repository's path. Source: behaviour §1.3, §11;
 * AWS CodeCommit User Guide, "HTTPS connections with the credential helper".
 */
public record CodeCommitLogin(AwsIdentity identity) implements GitCloud {
    private static final Pattern HOST = Pattern.compile(
            "(?:vpce-[a-z0-9-]{1,80}\\.)?git-codecommit(?:-fips)?\\.([a-z0-9-]{1,40})\\.(?:vpce\\.)?amazonaws\\.com(?:\\.cn)?");

    @Override
    public GitCredentials login(GitUrl url, Principal who, Caller caller) throws IdentityException {
        Matcher host = HOST.matcher(url.host());
        if (!url.scheme().equals("https") || !host.matches()) {
            throw new IdentityException("invalid AWS CodeCommit address: '" + url.shown() + "' is no repository of"
                    + " CodeCommit, such as https://git-codecommit.us-east-1.amazonaws.com/v1/repos/fleet");
        }
        AwsKeys keys = identity.keys(who, host.group(1), caller);
        String user = keys.session().isEmpty() ? keys.access() : keys.access() + "%" + keys.session();
        String password = new AwsSignature(keys, host.group(1), "codecommit")
                .password(url.host(), path(url), identity.environment().clock().instant());
        return new GitCredentials.Basic(user, password);
    }

    /** What stands between the host and a query. */
    private static String path(GitUrl url) {
        return url.path().split("[?#]", 2)[0];
    }
}
