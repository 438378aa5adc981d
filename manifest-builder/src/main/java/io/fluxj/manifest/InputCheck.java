package io.fluxj.manifest;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.kustomize.FileTree;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/** Tells whether the files that a build read are still what they were. */
final class InputCheck {

    private static final String ABSENT = "absent";
    private static final long MAX_BYTES = 64L << 20;

    private InputCheck() {}

    static boolean unchanged(SortedMap<String, String> inputs, FileTree tree) {
        return inputs.entrySet().stream().allMatch(input -> isSame(input, tree));
    }

    private static boolean isSame(Map.Entry<String, String> input, FileTree tree) {
        String path = input.getKey();
        if (input.getValue().equals(ABSENT)) {
            return !tree.isFile(path);
        }
        try {
            return tree.isFile(path)
                    && Digest.of(DigestAlgorithm.SHA256, tree.readBytes(path, MAX_BYTES))
                            .toString()
                            .equals(input.getValue());
        } catch (IOException e) {
            return false;
        }
    }
}
