package io.fluxj.source.oci;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.source.v1.ArtifactVerification;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.archive.Digest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.oci.signature.ArtifactVerifier;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.signature.Verifiers;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks who signed an artifact, where the spec wants it. Source: behaviour §1.4. */
record VerifyStep(Verifiers verifiers) {
    private static final Logger LOG = LoggerFactory.getLogger(VerifyStep.class);

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
        Verdict verdict = check(pass, wanted, registry, upstream);
        verdict.remarks().forEach(remark -> LOG.info("{}: {}", upstream.revision(), remark));
        if (verdict.verified()) {
            String message = "verified signature of revision " + upstream.revision();
            pass.conditions().markTrue(SourceCondition.SOURCE_VERIFIED, CommonReason.SUCCEEDED, message);
        }
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

    private Verdict check(
            Pass<OCIRepository, OCIRepositoryStatus> pass,
            ArtifactVerification wanted,
            Registry registry,
            Upstream upstream)
            throws Failure, InterruptedException {
        String namespace = pass.object().getMetadata().getNamespace();
        try {
            ArtifactVerifier verifier =
                    verifiers.of(namespace, pass.object().getMetadata().getName(), wanted);
            return pass.transferring(
                            pass.outdated(),
                            () -> Answer.of(
                                    verifier, registry, upstream.reference().repository(), upstream.digest()))
                    .verdict();
        } catch (UnverifiedException unsigned) {
            throw unverified(pass, wanted, unsigned.message());
        } catch (RegistryException silent) {
            throw unverified(pass, wanted, silent.message());
        }
    }

    /** A look at signatures, as what may be waited for gives it. */
    private sealed interface Answer {
        static Answer of(ArtifactVerifier verifier, Registry registry, Repository repository, Digest digest)
                throws RegistryException, InterruptedException {
            try {
                return new Given(verifier.verify(registry, repository, digest));
            } catch (UnverifiedException unsigned) {
                return new Refused(unsigned);
            }
        }

        Verdict verdict() throws UnverifiedException;

        record Given(Verdict verdict) implements Answer {}

        record Refused(UnverifiedException why) implements Answer {
            @Override
            public Verdict verdict() throws UnverifiedException {
                throw why;
            }
        }
    }

    private static Retryable unverified(
            Pass<OCIRepository, OCIRepositoryStatus> pass, ArtifactVerification wanted, String why) {
        String message = "failed to verify the signature using provider '"
                + wanted.provider().text() + "': " + why;
        pass.conditions().markFalse(SourceCondition.SOURCE_VERIFIED, SourceReason.VERIFICATION_ERROR, message);
        return Retryable.of(SourceReason.VERIFICATION_ERROR, message);
    }
}
