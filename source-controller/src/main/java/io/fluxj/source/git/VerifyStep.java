package io.fluxj.source.git;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.GitRepositorySpec;
import io.fluxj.api.source.v1.GitRepositoryStatus;
import io.fluxj.api.source.v1.GitRepositoryVerification;
import io.fluxj.api.source.v1.GitSignatureProvider;
import io.fluxj.api.source.v1.GitVerificationMode;
import io.fluxj.git.FetchedCommit;
import io.fluxj.git.FetchedTag;
import io.fluxj.git.SignedObject;
import io.fluxj.git.verify.TrustedKeys;
import io.fluxj.git.verify.UnverifiedException;
import io.fluxj.oci.sigstore.GitsignTrust;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.signature.Verifiers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks who signed a commit or its tag, where the spec wants it. Source: behaviour §1.3. */
final class VerifyStep {
    private static final String SSH_KEYS = ".sshpub";

    private final SecretReader secrets;
    private final Verifiers verifiers;

    VerifyStep(SecretReader secrets, Clock clock) {
        this.secrets = secrets;
        this.verifiers = new Verifiers(secrets, clock);
    }

    /** A failed check is no news of this pass; one that succeeded still tells of what is stored. */
    static void forgetFailure(Pass<GitRepository, GitRepositoryStatus> pass) {
        if (pass.conditions().isFalse(SourceCondition.SOURCE_VERIFIED)) {
            pass.conditions().clear(SourceCondition.SOURCE_VERIFIED);
        }
    }

    /** Whether what is stored was checked as the spec wants it. */
    static boolean isAsWanted(GitRepositorySpec wanted, GitRepositoryStatus built) {
        return wanted.verify() == null || mode(wanted.verify()).text().equals(built.sourceVerificationMode());
    }

    /** Takes only what is signed by a trusted key. */
    void verify(Pass<GitRepository, GitRepositoryStatus> pass, FetchedCommit commit) throws Failure {
        GitRepositoryVerification wanted = pass.object().getSpec().verify();
        if (wanted == null) {
            pass.update(status -> status.withSourceVerificationMode(null));
            pass.conditions().clear(SourceCondition.SOURCE_VERIFIED);
            return;
        }
        GitVerificationMode mode = mode(wanted);
        String message = "verified signature of" + String.join("", signers(pass, commit, mode));
        pass.update(status -> status.withSourceVerificationMode(mode.text()));
        pass.conditions().markTrue(SourceCondition.SOURCE_VERIFIED, CommonReason.SUCCEEDED, message);
        pass.emit(Severity.TRACE, CommonReason.SUCCEEDED, message, Map.of());
    }

    private List<String> signers(
            Pass<GitRepository, GitRepositoryStatus> pass, FetchedCommit commit, GitVerificationMode mode)
            throws Failure {
        SignatureCheck keys = check(pass);
        List<String> signers = new ArrayList<>();
        if (mode != GitVerificationMode.HEAD) {
            signers.add(tagSigner(pass, commit, keys));
        }
        if (mode != GitVerificationMode.TAG) {
            signers.add(commitSigner(pass, commit, keys));
        }
        return signers;
    }

    private static GitVerificationMode mode(GitRepositoryVerification verification) {
        @Nullable Choice<GitVerificationMode> given = verification.mode();
        GitVerificationMode mode =
                given == null ? GitVerificationMode.HEAD : given.known().orElse(GitVerificationMode.TAG_AND_HEAD);
        return mode == GitVerificationMode.LOWERCASE_HEAD ? GitVerificationMode.HEAD : mode;
    }

    private SignatureCheck check(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure {
        return isKeyless(pass.object().getSpec()) ? keyless(pass) : SignatureCheck.by(keys(pass));
    }

    /** Whether not keys but names in certificates count. */
    static boolean isKeyless(GitRepositorySpec spec) {
        return spec.verify() != null
                && spec.verify().provider() != null
                && spec.verify().provider().is(GitSignatureProvider.COSIGN);
    }

    /** Anybody can have a certificate, so somebody must be named. */
    private SignatureCheck keyless(Pass<GitRepository, GitRepositoryStatus> pass) throws Failure {
        GitRepositoryVerification wanted =
                Objects.requireNonNull(pass.object().getSpec().verify());
        ObjectMeta meta = pass.object().getMetadata();
        if (wanted.matchOIDCIdentity().isEmpty()) {
            String message =
                    "spec.verify.matchOIDCIdentity is missing: with provider cosign it says who may have signed";
            pass.conditions().markFalse(SourceCondition.SOURCE_VERIFIED, SourceReason.INVALID_SPEC, message);
            throw Stalled.of(SourceReason.INVALID_SPEC, message);
        }
        try {
            return SignatureCheck.by(new GitsignTrust(verifiers.keyless(
                    meta.getNamespace(), meta.getName(), wanted.trustedRootSecretRef(), wanted.matchOIDCIdentity())));
        } catch (io.fluxj.oci.signature.UnverifiedException unusable) {
            throw unverified(pass, SourceReason.VERIFICATION_ERROR, unusable.message());
        }
    }

    private TrustedKeys keys(Pass<GitRepository, GitRepositoryStatus> pass) throws Retryable {
        SecretData secret = secret(pass);
        List<String> keyRings = new ArrayList<>();
        List<String> authorizedKeys = new ArrayList<>();
        secret.keys().stream().sorted().forEach(key -> (key.endsWith(SSH_KEYS) ? authorizedKeys : keyRings)
                .add(secret.text(key).orElse("")));
        return new TrustedKeys(keyRings, authorizedKeys);
    }

    private SecretData secret(Pass<GitRepository, GitRepositoryStatus> pass) throws Retryable {
        GitRepositoryVerification wanted =
                Objects.requireNonNull(pass.object().getSpec().verify());
        String name = wanted.secretRef() == null ? "" : wanted.secretRef().name();
        try {
            return secrets.secret(pass.object().getMetadata().getNamespace(), name)
                    .orElseThrow(() -> unverified(
                            pass,
                            SourceReason.VERIFICATION_ERROR,
                            "public keys secret error: secrets \"" + name + "\" not found"));
        } catch (KubernetesClientException refused) {
            throw unverified(
                    pass, SourceReason.VERIFICATION_ERROR, "public keys secret error: " + refused.getMessage());
        }
    }

    private static String tagSigner(
            Pass<GitRepository, GitRepositoryStatus> pass, FetchedCommit commit, SignatureCheck keys) throws Failure {
        FetchedTag tag = commit.tag().orElseThrow(() -> withoutTag(pass));
        Optional<SignedObject> object = tag.object().filter(SignedObject::isSigned);
        if (object.isEmpty()) {
            throw unverified(
                    pass,
                    GitReason.INVALID_GIT_OBJECT,
                    "cannot verify signature of tag '" + tag + "' since it is not signed");
        }
        try {
            return "\n\t- tag '" + tag + "' with " + keys.verify(object.get());
        } catch (UnverifiedException failed) {
            throw unverified(
                    pass,
                    GitReason.INVALID_TAG_SIGNATURE,
                    "signature verification of tag '" + tag + "' failed: " + failed.message());
        }
    }

    private static String commitSigner(
            Pass<GitRepository, GitRepositoryStatus> pass, FetchedCommit commit, SignatureCheck keys) throws Retryable {
        String hash = commit.revision().hash();
        try {
            return "\n\t- commit '" + hash + "' with " + keys.verify(commit.signed());
        } catch (UnverifiedException failed) {
            throw unverified(
                    pass,
                    GitReason.INVALID_COMMIT_SIGNATURE,
                    "signature verification of commit '" + hash + "' failed: " + failed.message());
        }
    }

    private static Stalled withoutTag(Pass<GitRepository, GitRepositoryStatus> pass) {
        String message = "cannot verify tag object's signature if a tag reference is not specified";
        pass.conditions().markFalse(SourceCondition.SOURCE_VERIFIED, GitReason.INVALID_VERIFICATION_MODE, message);
        return Stalled.of(GitReason.INVALID_VERIFICATION_MODE, message);
    }

    private static Retryable unverified(Pass<GitRepository, GitRepositoryStatus> pass, Reason reason, String message) {
        pass.conditions().markFalse(SourceCondition.SOURCE_VERIFIED, reason, message);
        return Retryable.of(reason, message);
    }
}
