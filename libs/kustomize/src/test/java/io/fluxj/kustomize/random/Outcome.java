package io.fluxj.kustomize.random;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.Kustomize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a build came to.
 *
 * @param text what was printed, or the reason why nothing was
 */
public record Outcome(boolean failed, String text) {

    /** Builds a tree, which was written to that folder, with our engine. */
    public static Outcome ours(RandomTree tree, Path folder) throws IOException {
        try {
            return new Outcome(
                    false,
                    Kustomize.build(DirectoryTree.of(folder), RandomTree.ENTRY, tree.options())
                            .toYaml());
        } catch (BuildException e) {
            return new Outcome(true, e.getMessage());
        }
    }

    /** Whether both printed the same, or both failed; reasons are worded differently. */
    public boolean agreesWith(Outcome other) {
        return failed == other.failed && (failed || text.equals(other.text));
    }

    /** One word that stands for it: a digest of what was printed, or {@code failed}. */
    public String summary() {
        if (failed) {
            return "failed";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
