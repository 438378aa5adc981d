package io.fluxj.source.oci;

import io.fluxj.api.meta.RegistryProvider;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositorySpec;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.oci.DockerConfig;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.Repository;
import io.fluxj.runtime.events.Severity;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.RegistryPassword;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.secret.DockerSecrets;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds out who we are to a registry: what {@code spec.secretRef} says, then what the service account's image pull secrets say. Source: behaviour §1.4. */
final class CredentialsStep {
    private static final String DOING = "failed to get credential: ";

    private final OciParts parts;

    CredentialsStep(OciParts parts) {
        this.parts = parts;
    }

    RegistryCredentials resolve(Pass<OCIRepository, OCIRepositoryStatus> pass, Repository repository, HttpRoute route)
            throws Failure, InterruptedException {
        List<String> names = names(pass);
        if (names.isEmpty() && isOfCloud(pass.object().getSpec())) {
            return ofCloud(pass, repository, route);
        }
        DockerConfig config = DockerConfig.empty();
        for (String name : names) {
            config = config.and(read(pass, name));
        }
        RegistryCredentials credentials = config.credentials(repository);
        credentials.confidential().forEach(pass::conceal);
        return credentials;
    }

    private List<String> names(Pass<OCIRepository, OCIRepositoryStatus> pass) throws Retryable {
        OCIRepositorySpec spec = pass.object().getSpec();
        List<String> names = new ArrayList<>();
        if (spec.secretRef() != null) {
            names.add(spec.secretRef().name());
        }
        String account = account(spec);
        if (!account.isEmpty()) {
            names.addAll(pullSecrets(pass.object().getMetadata().getNamespace(), account));
        }
        return names;
    }

    private static String account(OCIRepositorySpec spec) {
        return Objects.requireNonNullElse(spec.serviceAccountName(), "");
    }

    private List<String> pullSecrets(String namespace, String account) throws Retryable {
        try {
            return parts.secrets()
                    .pullSecrets(namespace, account)
                    .orElseThrow(() -> failed("serviceaccount '" + namespace + "/" + account + "' not found"));
        } catch (SecretException unreadable) {
            throw failed(unreadable.message());
        }
    }

    private DockerConfig read(Pass<OCIRepository, OCIRepositoryStatus> pass, String name) throws Retryable {
        String namespace = pass.object().getMetadata().getNamespace();
        try {
            NamedSecret secret = parts.secrets().require(namespace, name, "failed to get secret");
            return DockerSecrets.read(secret);
        } catch (SecretException missing) {
            if (missing.message().endsWith("not found")) {
                pass.emit(
                        Severity.TRACE,
                        SourceReason.AUTHENTICATION_FAILED,
                        "auth secret '" + name + "' not found",
                        Map.of());
            }
            throw failed(missing.message());
        }
    }

    private static boolean isOfCloud(OCIRepositorySpec spec) {
        return spec.provider() != null && !spec.provider().is(RegistryProvider.GENERIC);
    }

    private RegistryCredentials ofCloud(
            Pass<OCIRepository, OCIRepositoryStatus> pass, Repository repository, HttpRoute route)
            throws Failure, InterruptedException {
        OCIRepositorySpec spec = pass.object().getSpec();
        String account = account(spec);
        String provider = Objects.requireNonNull(spec.provider()).text();
        if (!account.isEmpty() && !parts.logins().forObjects()) {
            throw stalled(CommonReason.FEATURE_GATE_DISABLED, WorkloadIdentityGate.NEEDED);
        }
        String namespace = pass.object().getMetadata().getNamespace();
        try {
            RegistryPassword password = pass.transferring(pass.outdated(), () -> parts.logins()
                    .registry(provider, repository.registry(), parts.logins().principal(namespace, account), route));
            pass.conceal(password.password());
            return new RegistryCredentials.Basic(password.username(), password.password());
        } catch (IdentityException refused) {
            throw Retryable.of(
                            SourceReason.AUTHENTICATION_FAILED,
                            "failed to get credential from '" + provider + "': " + refused.message(),
                            refused)
                    .marking(SourceCondition.FETCH_FAILED);
        }
    }

    private static Stalled stalled(Reason reason, String message) {
        return Stalled.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }

    private static Retryable failed(String message) {
        return Retryable.of(SourceReason.AUTHENTICATION_FAILED, DOING + message).marking(SourceCondition.FETCH_FAILED);
    }
}
