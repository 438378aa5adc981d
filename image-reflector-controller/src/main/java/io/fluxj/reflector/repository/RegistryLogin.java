package io.fluxj.reflector.repository;

import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.image.v1.ImageRepositorySpec;
import io.fluxj.api.meta.RegistryProvider;
import io.fluxj.oci.DockerConfig;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.Repository;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.RegistryPassword;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.secret.DockerSecrets;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretException;
import io.fluxj.runtime.secret.SecretReader;
import java.util.List;
import java.util.Objects;

/**
 * Who we are to a registry: what {@code spec.secretRef} says, then what the service account's image pull secrets say; or what a cloud says. Source:
 * behaviour §0.3, §5.1.
 *
 * @param secrets reads them
 * @param logins asks clouds
 */
record RegistryLogin(SecretReader secrets, CloudLogins logins) {
    RegistryCredentials ofSecrets(ImageRepository owner, Repository image) throws AccessException {
        String namespace = owner.getMetadata().getNamespace();
        ImageRepositorySpec spec = owner.getSpec();
        DockerConfig config = DockerConfig.empty();
        if (spec.secretRef() != null) {
            config = config.and(read(namespace, spec.secretRef().name()));
        }
        if (!account(spec).isEmpty()) {
            for (String name : pullSecrets(namespace, account(spec))) {
                config = config.and(read(namespace, name));
            }
        }
        return config.credentials(image);
    }

    /** Whether a cloud is asked who we are, and not a Secret. */
    static boolean isOfCloud(ImageRepositorySpec spec) {
        return spec.provider() != null && !spec.provider().is(RegistryProvider.GENERIC);
    }

    RegistryCredentials ofCloud(ImageRepository owner, Repository image, HttpRoute route) throws AccessException {
        String provider = Objects.requireNonNull(owner.getSpec().provider()).text();
        try {
            Principal who = logins.principal(owner.getMetadata().getNamespace(), account(owner.getSpec()));
            RegistryPassword password = logins.registry(provider, image.registry(), who, route);
            return new RegistryCredentials.Basic(password.username(), password.password());
        } catch (IdentityException refused) {
            throw new AccessException(refused.message(), refused);
        }
    }

    static String account(ImageRepositorySpec spec) {
        return Objects.requireNonNullElse(spec.serviceAccountName(), "");
    }

    private List<String> pullSecrets(String namespace, String account) throws AccessException {
        try {
            return secrets.pullSecrets(namespace, account)
                    .orElseThrow(
                            () -> new AccessException("serviceaccount '" + namespace + "/" + account + "' not found"));
        } catch (SecretException unreadable) {
            throw new AccessException(unreadable.message(), unreadable);
        }
    }

    private DockerConfig read(String namespace, String name) throws AccessException {
        SecretData data = secrets.secret(namespace, name)
                .orElseThrow(() -> new AccessException("secrets \"" + name + "\" not found"));
        try {
            return DockerSecrets.read(new NamedSecret(namespace, name, data));
        } catch (SecretException malformed) {
            throw new AccessException(malformed.message(), malformed);
        }
    }
}
