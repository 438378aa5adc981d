package io.fluxj.source.signature;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.ArtifactVerification;
import io.fluxj.api.source.v1.OidcIdentity;
import io.fluxj.api.source.v1.SignatureProvider;
import io.fluxj.oci.notation.NotationPolicy;
import io.fluxj.oci.signature.ArtifactVerifier;
import io.fluxj.oci.signature.CosignKeys;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.sigstore.CosignKeyless;
import io.fluxj.oci.sigstore.Identity;
import io.fluxj.oci.sigstore.KeylessTrust;
import io.fluxj.oci.sigstore.TrustedRoot;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.source.artifact.GoExpression;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes of {@code spec.verify} what checks signatures. Source: behaviour §0.2, §1.4.
 *
 * @param secrets reads keys and policies
 */
public record Verifiers(SecretReader secrets, Clock clock) {
    private static final String PUBLIC_KEY = ".pub";
    private static final String TRUSTED_ROOT = "trusted_root.json";
    private static final String TRUST_POLICY = "trustpolicy.json";
    private static final List<String> CERTIFICATES = List.of(".crt", ".pem");

    /**
     * Who may have signed the artifact of an object.
     *
     * @param name of the object
     * @throws UnverifiedException when that cannot be made out; then nothing counts as signed
     */
    public ArtifactVerifier of(String namespace, String name, ArtifactVerification wanted) throws UnverifiedException {
        return wanted.provider().is(SignatureProvider.NOTATION)
                ? notation(namespace, name, wanted)
                : cosign(namespace, name, wanted);
    }

    private ArtifactVerifier cosign(String namespace, String name, ArtifactVerification wanted)
            throws UnverifiedException {
        if (wanted.secretRef() == null) {
            return new CosignKeyless(
                    keyless(namespace, name, wanted.trustedRootSecretRef(), wanted.matchOIDCIdentity()));
        }
        SecretData secret = secret(namespace, name, wanted.secretRef());
        return CosignKeys.parse(secret.keys().stream()
                .filter(key -> key.endsWith(PUBLIC_KEY))
                .sorted()
                .flatMap(key -> secret.text(key).stream())
                .toList());
    }

    /**
     * Whose signatures without keys count.
     *
     * @param name of the object
     * @param root Secret with the trusted root; that of the public Sigstore when none is named
     * @throws UnverifiedException when that cannot be made out; then nothing counts as signed
     */
    public KeylessTrust keyless(
            String namespace, String name, @Nullable LocalObjectReference root, List<OidcIdentity> identities)
            throws UnverifiedException {
        return new KeylessTrust(root(namespace, name, root), identities(identities));
    }

    private TrustedRoot root(String namespace, String name, @Nullable LocalObjectReference named)
            throws UnverifiedException {
        if (named == null) {
            return TrustedRoot.publicGood();
        }
        return TrustedRoot.parse(secret(namespace, name, named)
                .bytes(TRUSTED_ROOT)
                .orElseThrow(() -> new UnverifiedException(
                        "'" + TRUSTED_ROOT + "' not found in secret '" + namespace + "/" + named.name() + "'")));
    }

    private static List<Identity> identities(List<OidcIdentity> wanted) throws UnverifiedException {
        try {
            return wanted.stream()
                    .map(one -> new Identity(GoExpression.finds(one.issuer()), GoExpression.finds(one.subject())))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw new UnverifiedException("spec.verify.matchOIDCIdentity: " + malformed.getMessage(), malformed);
        }
    }

    private ArtifactVerifier notation(String namespace, String name, ArtifactVerification wanted)
            throws UnverifiedException {
        SecretData secret = secret(namespace, name, wanted.secretRef());
        String shown = namespace + "/"
                + (wanted.secretRef() == null ? "" : wanted.secretRef().name());
        byte[] policy = secret.bytes(TRUST_POLICY)
                .orElseThrow(
                        () -> new UnverifiedException("'" + TRUST_POLICY + "' not found in secret '" + shown + "'"));
        Map<String, byte[]> certificates = new TreeMap<>();
        secret.keys().stream()
                .filter(key -> CERTIFICATES.stream().anyMatch(key::endsWith))
                .forEach(key -> certificates.put(key, secret.bytes(key).orElseThrow()));
        if (certificates.isEmpty()) {
            throw new UnverifiedException("no certificates found in secret '" + shown + "'");
        }
        return NotationPolicy.parse(policy, certificates, clock);
    }

    private SecretData secret(String namespace, String object, @Nullable LocalObjectReference named)
            throws UnverifiedException {
        if (named == null) {
            throw new UnverifiedException("verification secret cannot be empty: '" + object + "'");
        }
        try {
            return secrets.secret(namespace, named.name())
                    .orElseThrow(() -> new UnverifiedException("secrets \"" + named.name() + "\" not found"));
        } catch (KubernetesClientException refused) {
            throw new UnverifiedException(
                    "failed to get secret '" + namespace + "/" + named.name() + "': " + refused.getMessage(), refused);
        }
    }
}
