package io.fluxj.notification.receiver.filter;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import io.fluxj.api.notification.v1.OidcProvider;
import io.fluxj.api.notification.v1.OidcValidation;
import io.fluxj.api.notification.v1.OidcVariable;
import io.fluxj.api.notification.v1.ReceiverSpec;
import io.fluxj.api.notification.v1.ReceiverType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the API server checks of providers and Secrets, for clusters whose CustomResourceDefinitions are older. Without it a Receiver could be opened to
 * everybody by a field that is missing.
 */
public final class OidcSpec {
    private OidcSpec() {}

    /**
     * Checks a spec.
     *
     * @throws UnusableSpec.Invalid with the field
     */
    public static void check(ReceiverSpec spec) throws UnusableSpec.Invalid {
        boolean oidc = spec.type().is(ReceiverType.GENERIC_OIDC);
        require(
                !oidc || !spec.oidcProviders().isEmpty(),
                "generic-oidc receivers must define at least one oidcProvider");
        require(oidc || spec.oidcProviders().isEmpty(), "oidcProviders can only be set when type is generic-oidc");
        require(!oidc || spec.secretRef() == null, "secretRef cannot be set when type is generic-oidc");
        require(oidc || spec.secretRef() != null, "secretRef is required when type is not generic-oidc");
        require(spec.type().known().isPresent(), "type " + quoted(spec.type().text()) + " is not supported");
        providers(spec.oidcProviders());
    }

    private static void providers(List<OidcProvider> providers) throws UnusableSpec.Invalid {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < providers.size(); i++) {
            OidcProvider provider = providers.get(i);
            String field = "oidcProviders[" + i + "]";
            String issuer = provider.issuerURL() == null ? "" : provider.issuerURL();
            require(!issuer.isEmpty(), field + ": issuerURL is required");
            require(
                    issuer.startsWith("http://") || issuer.startsWith("https://"),
                    field + ": issuerURL " + quoted(issuer) + " must start with http:// or https://");
            require(seen.add(issuer), field + ": duplicate issuerURL " + quoted(issuer));
            provider(provider, field + " (issuerURL=" + quoted(issuer) + ")");
        }
    }

    private static void provider(OidcProvider provider, String field) throws UnusableSpec.Invalid {
        require(
                !provider.validations().isEmpty(),
                field + ": at least one validation is required; without validations any caller able to obtain a token"
                        + " from this issuer can trigger the Receiver");
        for (int i = 0; i < provider.variables().size(); i++) {
            OidcVariable variable = provider.variables().get(i);
            String here = field + ": variables[" + i + "]";
            require(!variable.name().isEmpty(), here + ": name is required");
            require(
                    !variable.expression().isEmpty(),
                    here + " (name=" + quoted(variable.name()) + "): expression is required");
        }
        for (int i = 0; i < provider.validations().size(); i++) {
            OidcValidation validation = provider.validations().get(i);
            String here = field + ": validations[" + i + "]";
            require(!validation.expression().isEmpty(), here + ": expression is required");
            require(!validation.message().isEmpty(), here + ": message is required");
        }
    }

    private static void require(boolean holds, String otherwise) throws UnusableSpec.Invalid {
        if (!holds) {
            throw new UnusableSpec.Invalid(otherwise);
        }
    }
}
