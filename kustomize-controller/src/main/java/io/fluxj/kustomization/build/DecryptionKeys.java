package io.fluxj.kustomization.build;

import io.fluxj.api.kustomize.v1.Decryption;
import io.fluxj.manifest.decrypt.ManifestDecryption;
import io.fluxj.manifest.postbuild.ConfigSource;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads the keys that {@code spec.decryption} names, or those of the controller. */
public final class DecryptionKeys {

    private final ConfigSource configs;
    private final KeyServices services;
    private final Own own;
    private final boolean authenticating;

    /**
     * The controller's own keys, for those who name none.
     *
     * @param namespace of the controller
     * @param ageSecret a Secret there with age keys; empty if there is none
     */
    public record Own(String namespace, String ageSecret) {}

    /**
     * With these.
     *
     * @param authenticating whether files that do not fit to their MAC are refused
     */
    public DecryptionKeys(ConfigSource configs, KeyServices services, Own own, boolean authenticating) {
        this.configs = configs;
        this.services = services;
        this.own = own;
        this.authenticating = authenticating;
    }

    /**
     * The decryption that an object asks for; if its keys cannot be had, one that fails.
     *
     * @param owner namespace of the object
     * @param withoutMac is told what was decrypted though it has no MAC
     */
    public ManifestDecryption load(@Nullable Decryption asked, String owner, Consumer<String> withoutMac) {
        if (asked == null) {
            return ManifestDecryption.none();
        }
        try {
            List<KeyService> found = find(asked, owner);
            return authenticating
                    ? ManifestDecryption.authenticating(found, withoutMac)
                    : ManifestDecryption.with(found);
        } catch (IOException | KeyException e) {
            return ManifestDecryption.unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** What the Secret says comes before what the clouds say of somebody else. */
    private List<KeyService> find(Decryption asked, String owner) throws IOException, KeyException {
        String account = Objects.requireNonNullElse(asked.serviceAccountName(), "");
        return Stream.concat(given(asked, owner).stream(), services.ofClouds(owner, account).stream())
                .toList();
    }

    private List<KeyService> given(Decryption asked, String owner) throws IOException, KeyException {
        if (asked.secretRef() != null) {
            String name = asked.secretRef().name();
            return services.of(owner + "/" + name, secret(owner, name));
        }
        if (own.ageSecret().isEmpty()) {
            return services.none();
        }
        return services.ofAge(own.namespace() + "/" + own.ageSecret(), secret(own.namespace(), own.ageSecret()));
    }

    private Map<String, String> secret(String place, String name) throws IOException, KeyException {
        return configs.secret(place, name).orElseThrow(() -> new KeyException("secrets \"" + name + "\" not found"));
    }
}
