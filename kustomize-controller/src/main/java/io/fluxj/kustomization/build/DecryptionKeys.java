package io.fluxj.kustomization.build;

import io.fluxj.api.kustomize.v1.Decryption;
import io.fluxj.manifest.decrypt.ManifestDecryption;
import io.fluxj.manifest.postbuild.ConfigSource;
import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.age.AgeKeyService;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.pgp.PgpKeyService;
import io.fluxj.sops.pgp.PgpKeys;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads the keys that {@code spec.decryption} names, or those of the controller. */
public final class DecryptionKeys {
    private static final String AGE = ".agekey";
    private static final String PGP = ".asc";

    private final ConfigSource configs;
    private final String namespace;
    private final String ageSecret;

    /**
     * With the controller's own keys for those who name none.
     *
     * @param namespace of the controller
     * @param ageSecret a Secret there with age keys; empty if there is none
     */
    public DecryptionKeys(ConfigSource configs, String namespace, String ageSecret) {
        this.configs = configs;
        this.namespace = namespace;
        this.ageSecret = ageSecret;
    }

    /**
     * The decryption that an object asks for; if its keys cannot be had, one that fails.
     *
     * @param owner namespace of the object
     */
    public ManifestDecryption load(@Nullable Decryption asked, String owner) {
        if (asked == null) {
            return ManifestDecryption.none();
        }
        try {
            if (asked.secretRef() != null) {
                return ManifestDecryption.with(services(owner, asked.secretRef().name(), true));
            }
            return ManifestDecryption.with(ageSecret.isEmpty() ? none() : services(namespace, ageSecret, false));
        } catch (IOException | KeyException e) {
            return ManifestDecryption.unavailable(String.valueOf(e.getMessage()));
        }
    }

    private static List<KeyService> none() {
        return List.of(new AgeKeyService(new AgeIdentities()), new PgpKeyService(new PgpKeys()));
    }

    private List<KeyService> services(String place, String name, boolean allKinds) throws IOException, KeyException {
        Optional<Map<String, String>> secret = configs.secret(place, name);
        if (secret.isEmpty()) {
            throw new KeyException("secrets \"" + name + "\" not found");
        }
        AgeIdentities identities = new AgeIdentities();
        PgpKeys secrets = new PgpKeys();
        for (Map.Entry<String, String> entry : secret.get().entrySet()) {
            try {
                if (entry.getKey().endsWith(AGE)) {
                    identities.add(entry.getValue());
                } else if (allKinds && entry.getKey().endsWith(PGP)) {
                    secrets.add(entry.getValue());
                }
            } catch (KeyException e) {
                throw new KeyException("failed to import '%s' data from sops decryption Secret '%s/%s': %s"
                        .formatted(entry.getKey(), place, name, e.getMessage()));
            }
        }
        return List.of(new AgeKeyService(identities), new PgpKeyService(secrets));
    }
}
