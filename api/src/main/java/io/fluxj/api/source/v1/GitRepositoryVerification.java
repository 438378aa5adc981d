package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose signature is wanted, and on what.
 *
 * @param mode What has to be signed. Default: {@code HEAD}.
 * @param secretRef Secret in the same namespace with the trusted public keys: under keys that end in .sshpub SSH keys in the form of authorized_keys, under any other key an OpenPGP key ring in ASCII armour.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitRepositoryVerification(
        @Nullable Choice<GitVerificationMode> mode,
        LocalObjectReference secretRef,
        @UnknownFields Map<String, Object> unknown)
        implements GitRepositoryVerificationBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitRepositoryVerification {
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
