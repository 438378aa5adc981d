package io.fluxj.notification.receiver.filter;

import static io.fluxj.gotemplate.format.Quoting.quoted;

import io.fluxj.api.notification.v1.OidcProvider;
import io.fluxj.api.notification.v1.OidcValidation;
import io.fluxj.api.notification.v1.OidcVariable;
import io.fluxj.api.notification.v1.ReceiverResource;
import io.fluxj.api.notification.v1.ReceiverSpec;
import io.fluxj.api.notification.v1.ReceiverType;
import io.fluxj.cel.BooleanExpression;
import io.fluxj.cel.Environment;
import io.fluxj.cel.InvalidExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All expressions of a Receiver, compiled.
 *
 * @param resourceFilter over each object; empty when there is none
 * @param filters over the objects of each entry of {@code spec.resources}, in their order; empty where there is none
 * @param providers what the claims of each provider's tokens must meet, in their order
 */
public record ReceiverExpressions(
        Optional<BooleanExpression> resourceFilter,
        List<Optional<BooleanExpression>> filters,
        List<ClaimRules> providers) {

    /** Take a while to be made, and serve all threads. */
    private static final Environment CALLS = Environment.withObjects("res", "req");

    private static final Environment CALLS_WITH_CLAIMS = Environment.withObjects("res", "req", "claims");
    private static final Environment CLAIMS = Environment.withObjects("claims", "vars");

    public ReceiverExpressions {
        filters = List.copyOf(filters);
        providers = List.copyOf(providers);
    }

    /** Whether any object may be passed over. */
    public boolean haveFilters() {
        return resourceFilter.isPresent() || filters.stream().anyMatch(Optional::isPresent);
    }

    /**
     * Compiles them.
     *
     * @throws UnusableSpec.Expression with the field and the place in it
     */
    public static ReceiverExpressions compile(ReceiverSpec spec) throws UnusableSpec.Expression {
        Environment calls = spec.type().is(ReceiverType.GENERIC_OIDC) ? CALLS_WITH_CLAIMS : CALLS;
        List<ClaimRules> providers = new ArrayList<>();
        for (OidcProvider provider : spec.oidcProviders()) {
            providers.add(rules(provider, providers.size()));
        }
        Optional<BooleanExpression> every = filter(calls, spec.resourceFilter(), "invalid resourceFilter expression: ");
        List<Optional<BooleanExpression>> filters = new ArrayList<>();
        for (ReceiverResource resource : spec.resources()) {
            String field = "invalid filter expression for resources[%d] (kind=%s, name=%s): "
                    .formatted(filters.size(), quoted(resource.kind().text()), quoted(resource.name()));
            filters.add(filter(calls, resource.filter(), field));
        }
        return new ReceiverExpressions(every, filters, providers);
    }

    private static Optional<BooleanExpression> filter(Environment environment, @Nullable String text, String field)
            throws UnusableSpec.Expression {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(environment.compile(text));
        } catch (InvalidExpression invalid) {
            throw new UnusableSpec.Expression(field + invalid.getMessage());
        }
    }

    private static ClaimRules rules(OidcProvider provider, int index) throws UnusableSpec.Expression {
        String field = "oidcProviders[%d] (issuerURL=%s): invalid expression for "
                .formatted(index, quoted(provider.issuerURL()));
        List<ClaimRules.Variable> variables = new ArrayList<>();
        for (OidcVariable variable : provider.variables()) {
            try {
                variables.add(new ClaimRules.Variable(variable.name(), CLAIMS.compileValue(variable.expression())));
            } catch (InvalidExpression invalid) {
                throw new UnusableSpec.Expression(
                        field + "variable " + quoted(variable.name()) + ": " + invalid.getMessage());
            }
        }
        List<ClaimRules.Rule> rules = new ArrayList<>();
        for (OidcValidation validation : provider.validations()) {
            try {
                rules.add(new ClaimRules.Rule(validation.message(), CLAIMS.compile(validation.expression())));
            } catch (InvalidExpression invalid) {
                throw new UnusableSpec.Expression(
                        field + "validation " + quoted(validation.message()) + ": " + invalid.getMessage());
            }
        }
        return new ClaimRules(variables, rules);
    }
}
