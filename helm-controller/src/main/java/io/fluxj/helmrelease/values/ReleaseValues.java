package io.fluxj.helmrelease.values;

import io.fluxj.helm.release.ReleaseDigest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a release.
 *
 * @param tree never to be changed
 * @param digest of the tree, {@code algorithm:hex}
 * @param secrets texts among them that come from Secrets
 */
public record ReleaseValues(Map<String, @Nullable Object> tree, String digest, List<String> secrets) {

    public ReleaseValues {
        secrets = List.copyOf(secrets);
    }

    static ReleaseValues of(Map<String, @Nullable Object> tree, List<String> secrets) {
        return new ReleaseValues(
                Collections.unmodifiableMap(tree), ReleaseDigest.ofValues(tree).toString(), secrets);
    }

    /** A text without what comes from Secrets. */
    public String concealed(String text) {
        return new Concealing(secrets).of(text);
    }
}
