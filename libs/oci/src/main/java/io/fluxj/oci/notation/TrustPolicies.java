package io.fluxj.oci.notation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.oci.Repository;
import io.fluxj.oci.signature.UnverifiedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A trust policy document: of its statements the one counts that names the repository, else the one for all.
 * Source: Notary Project, trust store and trust policy specification 1.0.
 */
record TrustPolicies(List<TrustPolicy> statements) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?(?::[0-9]+)?");
    private static final Pattern PATH = Pattern.compile("[a-z0-9]+(?:[._/-]+[a-z0-9]+){0,128}");
    private static final Pattern STORE = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Set<String> STORES = Set.of("ca", "signingAuthority", "tsa");
    private static final int MOST = 1000;

    TrustPolicies {
        statements = List.copyOf(statements);
    }

    static TrustPolicies read(JsonNode document) throws UnverifiedException {
        String version = document.path("version").asText("");
        if (version.isEmpty()) {
            throw invalid("trust policy document has empty version, version must be specified");
        }
        if (!version.equals("1.0")) {
            throw invalid("trust policy document uses unsupported version \"" + version + "\"");
        }
        JsonNode policies = document.path("trustPolicies");
        if (policies.isEmpty() || policies.size() > MOST) {
            throw invalid("trust policy document can not have zero trust policy statements, or more than " + MOST);
        }
        List<TrustPolicy> statements = new ArrayList<>();
        for (JsonNode policy : policies) {
            statements.add(statement(policy));
        }
        requireUnique(statements);
        return new TrustPolicies(statements);
    }

    private static TrustPolicy statement(JsonNode node) throws UnverifiedException {
        String name = node.path("name").asText("");
        if (name.isEmpty()) {
            throw invalid("a trust policy statement is missing a name, every statement requires a name");
        }
        JsonNode verification = node.path("signatureVerification");
        TrustPolicy policy = new TrustPolicy(
                name,
                texts(node.path("registryScopes")),
                level(name, verification),
                texts(node.path("trustStores")),
                texts(node.path("trustedIdentities")),
                !verification.path("verifyTimestamp").asText("").equals("afterCertExpiry"));
        requireScopes(policy);
        if (!policy.level().isSkip()) {
            requireTrust(policy);
        }
        return policy;
    }

    private static Level level(String name, JsonNode verification) throws UnverifiedException {
        String stamp = verification.path("verifyTimestamp").asText("always");
        if (!Set.of("always", "afterCertExpiry", "").contains(stamp)) {
            throw invalid(
                    "trust policy statement \"" + name + "\" has invalid signatureVerification: verifyTimestamp must be"
                            + " \"always\" or \"afterCertExpiry\", but got \"" + stamp + "\"");
        }
        try {
            return Level.read(verification);
        } catch (UnverifiedException unusable) {
            throw invalid(
                    "trust policy statement \"" + name + "\" has invalid signatureVerification: " + unusable.message());
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static void requireScopes(TrustPolicy policy) throws UnverifiedException {
        if (policy.scopes().isEmpty()) {
            throw invalid(
                    of(policy) + " has zero registry scopes, it must specify registry scopes with at least one value");
        }
        if (policy.scopes().size() > 1 && policy.scopes().contains(TrustPolicy.ANY)) {
            throw invalid(
                    of(policy) + " uses wildcard registry scope '*', a wildcard scope cannot be used in conjunction"
                            + " with other scope values");
        }
        for (String scope : policy.scopes()) {
            if (!scope.equals(TrustPolicy.ANY) && !isRepository(scope)) {
                throw invalid(
                        "registry scope \"" + scope + "\" is not valid, make sure it is a fully qualified repository"
                                + " without the scheme, protocol or tag. For example domain.com/my/repository");
            }
        }
    }

    private static boolean isRepository(String scope) {
        int slash = scope.indexOf('/');
        return slash > 0
                && HOST.matcher(scope.substring(0, slash)).matches()
                && PATH.matcher(scope.substring(slash + 1)).matches();
    }

    private static void requireTrust(TrustPolicy policy) throws UnverifiedException {
        if (policy.stores().isEmpty() || policy.identities().isEmpty()) {
            throw invalid(of(policy) + " is either missing trust stores or trusted identities, both must be specified");
        }
        for (String store : policy.stores()) {
            String[] parts = store.split(":", 2);
            if (parts.length < 2
                    || !STORES.contains(parts[0])
                    || !STORE.matcher(parts[1]).matches()) {
                throw invalid(of(policy) + " has malformed trust store value \"" + store
                        + "\". The required format is ca:NAME, signingAuthority:NAME or tsa:NAME");
            }
        }
        requireIdentities(policy);
    }

    private static void requireIdentities(TrustPolicy policy) throws UnverifiedException {
        if (policy.identities().size() > 1 && policy.identities().contains(TrustPolicy.ANY)) {
            throw invalid(of(policy) + " uses a wildcard trusted identity '*', a wildcard identity cannot be used in"
                    + " conjunction with other values");
        }
        List<DistinguishedName> names = new ArrayList<>();
        for (String identity : policy.identities()) {
            Optional<DistinguishedName> name = DistinguishedName.ofIdentity(identity);
            if (name.isPresent() && names.stream().anyMatch(name.get()::overlaps)) {
                throw invalid(of(policy) + " has overlapping x509 trustedIdentities, \"" + identity
                        + "\" overlaps with another one");
            }
            name.ifPresent(names::add);
        }
    }

    private static void requireUnique(List<TrustPolicy> statements) throws UnverifiedException {
        Set<String> names = new HashSet<>();
        Set<String> scopes = new HashSet<>();
        for (TrustPolicy policy : statements) {
            if (!names.add(policy.name())) {
                throw invalid("multiple trust policy statements use the same name \"" + policy.name()
                        + "\", statement names must be unique");
            }
            for (String scope : policy.scopes()) {
                if (!scopes.add(scope)) {
                    throw invalid("registry scope \"" + scope + "\" is present in multiple trust policy statements, one"
                            + " registry scope value can only be associated with one statement");
                }
            }
        }
    }

    private static String of(TrustPolicy policy) {
        return "trust policy statement \"" + policy.name() + "\"";
    }

    private static UnverifiedException invalid(String message) {
        return new UnverifiedException(message);
    }

    TrustPolicy of(Repository repository) throws UnverifiedException {
        return with(repository.toString())
                .or(() -> with(TrustPolicy.ANY))
                .orElseThrow(() ->
                        invalid("artifact \"" + repository + "\" has no applicable trust policy statement; name it,"
                                + " or \"*\", in the registryScopes of one"));
    }

    private Optional<TrustPolicy> with(String scope) {
        return statements.stream()
                .filter(policy -> policy.scopes().contains(scope))
                .findFirst();
    }
}
