package io.fluxj.runtime.secret;

import io.fluxj.oci.DockerConfig;
import java.util.List;
import java.util.Optional;

/** Credentials for registries as {@code docker login} writes them, in Secrets. Source: behaviour §0.2. */
public final class DockerSecrets {
    private static final List<String> KEYS = List.of(".dockerconfigjson", ".dockercfg");

    private DockerSecrets() {}

    /**
     * What a Secret holds; one without such a key counts as empty, as with Flux.
     *
     * @throws SecretException when what the key holds is not what it must be
     */
    public static DockerConfig read(NamedSecret secret) throws SecretException {
        Optional<String> key = KEYS.stream().filter(secret::has).findFirst();
        try {
            return key.flatMap(name -> secret.data().bytes(name))
                    .map(DockerConfig::parse)
                    .orElseGet(DockerConfig::empty);
        } catch (IllegalArgumentException malformed) {
            throw new SecretException(
                    "secret '" + secret.shown() + "': " + key.orElse("") + ": " + malformed.getMessage());
        }
    }
}
