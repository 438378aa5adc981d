package io.fluxj.helmrelease.values;

import io.fluxj.helm.release.ReleaseDigest;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a release.
 *
 * @param tree never to be changed
 * @param digest of the tree, {@code algorithm:hex}
 */
public record ReleaseValues(Map<String, @Nullable Object> tree, String digest) {

    static ReleaseValues of(Map<String, @Nullable Object> tree) {
        return new ReleaseValues(
                Collections.unmodifiableMap(tree), ReleaseDigest.ofValues(tree).toString());
    }
}
