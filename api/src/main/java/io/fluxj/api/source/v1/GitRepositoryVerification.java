package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose signature is wanted, and on what.
 *
 * @param mode What has to be signed. Default: {@code HEAD}.
 * @param provider Who vouches for signers whose keys are not known: cosign for signatures that gitsign made. An addition; without it the keys in secretRef count.
 * @param matchOIDCIdentity Who may have signed, with provider cosign: one of these.
 * @param trustedRootSecretRef Secret in the same namespace whose trusted_root.json says which issuers and logs are trusted, with provider cosign. Default: those of the public Sigstore.
 * @param secretRef Secret in the same namespace with the trusted public keys: under keys that end in .sshpub SSH keys in the form of authorized_keys, under any other key an OpenPGP key ring in ASCII armour.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitRepositoryVerification(
        @Nullable Choice<GitVerificationMode> mode,
        @Nullable Choice<GitSignatureProvider> provider,
        List<OidcIdentity> matchOIDCIdentity,
        @Nullable LocalObjectReference trustedRootSecretRef,
        @Nullable LocalObjectReference secretRef,
        @UnknownFields Map<String, Object> unknown)
        implements GitRepositoryVerificationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitRepositoryVerification {
        matchOIDCIdentity = Absent.copy(matchOIDCIdentity);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitRepositoryVerificationBuilder builder() {
        return GitRepositoryVerificationBuilder.builder();
    }
}
