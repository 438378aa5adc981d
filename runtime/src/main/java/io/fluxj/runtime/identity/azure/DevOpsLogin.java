package io.fluxj.runtime.identity.azure;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.GitCloud;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.util.regex.Pattern;

/** Azure DevOps, which takes tokens as they are. Source: behaviour §1.3, §11; Microsoft, "Use Microsoft Entra tokens" for Azure DevOps. */
public record DevOpsLogin(AzureIdentity identity) implements GitCloud {
    /** Azure DevOps among the applications of Entra ID, the same in all tenants. */
    private static final String SCOPE = "499b84ac-1321-427f-aa17-267ca6975798/.default";

    private static final Pattern HOST = Pattern.compile("dev\\.azure\\.com|[A-Za-z0-9-]{1,100}\\.visualstudio\\.com");

    @Override
    public GitCredentials login(GitUrl url, Principal who, Caller caller) throws IdentityException {
        if (!url.scheme().equals("https") || !HOST.matcher(url.host()).matches()) {
            throw new IdentityException("invalid Azure DevOps address: '" + url.shown()
                    + "' is no repository of Azure DevOps, such as https://dev.azure.com/org/project/_git/fleet");
        }
        return new GitCredentials.Bearer(identity.token(who, SCOPE, caller).value());
    }
}
