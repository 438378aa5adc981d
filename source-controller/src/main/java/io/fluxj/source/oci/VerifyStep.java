package io.fluxj.source.oci;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.ArtifactVerification;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.signature.CosignKeys;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.util.List;
import java.util.Objects;

/** Checks who signed an artifact, where the spec wants it. Source: behaviour §1.4. */
record VerifyStep(SecretReader secrets) {
    private static final String PUBLIC_KEY = ".pub";

    /** A check that failed is made again. */
    static void forgetFailure(Pass<OCIRepository, OCIRepositoryStatus> pass) {
        if (pass.conditions().isFalse(SourceCondition.SOURCE_VERIFIED)) {
            pass.conditions().clear(SourceCondition.SOURCE_VERIFIED);
        }
    }

    void verify(Pass<OCIRepository, OCIRepositoryStatus> pass, Registry registry, Upstream upstream)
            throws Failure, InterruptedException {
        ArtifactVerification wanted = pass.object().getSpec().verify();
        if (wanted == null) {
            pass.conditions().clear(SourceCondition.SOURCE_VERIFIED);
            return;
        }
        if (isVerified(pass, upstream)) {
            return;
        }
        check(pass, wanted, registry, upstream);
        pass.conditions()
                .markTrue(
                        SourceCondition.SOURCE_VERIFIED,
                        CommonReason.SUCCEEDED,
                        "verified signature of revision " + upstream.revision());
    }

    /** What was verified once for this spec stays so. */
    private static boolean isVerified(Pass<OCIRepository, OCIRepositoryStatus> pass, Upstream upstream) {
        Artifact artifact = pass.status().artifact();
        Long generation = pass.object().getMetadata().getGeneration();
        return artifact != null
                && artifact.revision().equals(upstream.revision())
                && pass.conditions().isTrue(SourceCondition.SOURCE_VERIFIED)
                && pass.conditions()
                        .get(SourceCondition.SOURCE_VERIFIED)
                        .map(Condition::observedGeneration)
                        .filter(observed -> Objects.equals(observed, generation))
                        .isPresent();
    }

    private void check(
            Pass<OCIRepository, OCIRepositoryStatus> pass,
            ArtifactVerification wanted,
            Registry registry,
            Upstream upstream)
            throws Failure, InterruptedException {
        CosignKeys keys = cosignKeys(pass, wanted);
        try {
            String fault = pass.transferring(pass.outdated(), () -> fault(keys, registry, upstream));
            if (!fault.isEmpty()) {
                throw unverified(pass, wanted, fault);
            }
        } catch (RegistryException silent) {
            throw unverified(pass, wanted, silent.message());
        }
    }

    private CosignKeys cosignKeys(Pass<OCIRepository, OCIRepositoryStatus> pass, ArtifactVerification wanted)
            throws Retryable {
        try {
            return CosignKeys.parse(keys(pass, wanted));
        } catch (UnverifiedException unreadable) {
            throw unverified(pass, wanted, unreadable.message());
        }
    }

    /** Why nobody vouches for it; empty when somebody does. */
    private static String fault(CosignKeys keys, Registry registry, Upstream upstream)
            throws RegistryException, InterruptedException {
        try {
            keys.requireSigned(registry, upstream.reference().repository(), upstream.digest());
            return "";
        } catch (UnverifiedException unsigned) {
            return unsigned.message();
        }
    }

    private List<String> keys(Pass<OCIRepository, OCIRepositoryStatus> pass, ArtifactVerification wanted)
            throws Retryable {
        LocalObjectReference named = Objects.requireNonNull(wanted.secretRef());
        SecretData secret = secrets.secret(pass.object().getMetadata().getNamespace(), named.name())
                .orElseThrow(() -> unverified(pass, wanted, "secrets \"" + named.name() + "\" not found"));
        return secret.keys().stream()
                .filter(key -> key.endsWith(PUBLIC_KEY))
                .sorted()
                .flatMap(key -> secret.text(key).stream())
                .toList();
    }

    private static Retryable unverified(
            Pass<OCIRepository, OCIRepositoryStatus> pass, ArtifactVerification wanted, String why) {
        String message = "failed to verify the signature using provider '"
                + wanted.provider().text() + "': " + why;
        pass.conditions().markFalse(SourceCondition.SOURCE_VERIFIED, SourceReason.VERIFICATION_ERROR, message);
        return Retryable.of(SourceReason.VERIFICATION_ERROR, message);
    }
}
