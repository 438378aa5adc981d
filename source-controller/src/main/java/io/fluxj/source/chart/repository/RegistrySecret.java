package io.fluxj.source.chart.repository;

import io.fluxj.oci.DockerConfig;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.Repository;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.source.helm.AccessException;

/** What a Secret says of who we are to a registry: as {@code docker login} writes it, or a name and password. Source: behaviour §0.2. */
final class RegistrySecret {
    private static final String DOCKER = ".dockerconfigjson";

    private RegistrySecret() {}

    static RegistryCredentials read(NamedSecret secret, String host) throws AccessException {
        return secret.has(DOCKER) ? docker(secret, host) : basic(secret);
    }

    private static RegistryCredentials docker(NamedSecret secret, String host) throws AccessException {
        try {
            byte[] json = secret.data().bytes(DOCKER).orElseThrow();
            RegistryCredentials found = DockerConfig.parse(json).credentials(Repository.parse(host + "/any"));
            if (found instanceof RegistryCredentials.None) {
                throw unusable(
                        "no auth config for '" + host + "' in the docker-registry Secret '" + secret.name() + "'");
            }
            return found;
        } catch (IllegalArgumentException malformed) {
            throw unusable(
                    "unable to load Docker config from Secret '" + secret.name() + "': " + malformed.getMessage());
        }
    }

    private static RegistryCredentials basic(NamedSecret secret) throws AccessException {
        String username = secret.text("username");
        String password = secret.text("password");
        if (username.isEmpty() && password.isEmpty()) {
            return new RegistryCredentials.None();
        }
        if (username.isEmpty() || password.isEmpty()) {
            throw unusable("invalid '" + secret.name() + "' secret data: required fields 'username' and 'password'");
        }
        return new RegistryCredentials.Basic(username, password);
    }

    private static AccessException unusable(String why) {
        return AccessException.unauthenticated("failed to configure login options: " + why);
    }
}
