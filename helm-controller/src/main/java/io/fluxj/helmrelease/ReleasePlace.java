package io.fluxj.helmrelease;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a release is. Source: behaviour §3.1.
 *
 * @param name of the release in Helm
 * @param namespace that it is installed into
 * @param storage namespace of its records
 */
public record ReleasePlace(String name, String namespace, String storage) {

    private static final int LONGEST = 53;
    private static final int KEPT = 40;
    private static final int HASH = 12;

    /** As the spec wants it. */
    public static ReleasePlace of(HelmRelease object) {
        HelmReleaseSpec spec = object.getSpec();
        String own = object.getMetadata().getNamespace();
        String target = text(spec.targetNamespace());
        String given = text(spec.releaseName());
        String plain = target.isEmpty()
                ? object.getMetadata().getName()
                : target + "-" + object.getMetadata().getName();
        return new ReleasePlace(
                shortened(given.isEmpty() ? plain : given),
                target.isEmpty() ? own : target,
                text(spec.storageNamespace()).isEmpty() ? own : text(spec.storageNamespace()));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST
                ? name
                : name.substring(0, KEPT) + "-"
                        + Digest.of(DigestAlgorithm.SHA256, name).hex().substring(0, HASH);
    }

    /** {@code namespace/name}. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
