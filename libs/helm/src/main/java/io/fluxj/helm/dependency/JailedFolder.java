package io.fluxj.helm.dependency;

import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A folder whose files are named by paths that cannot lead out of it: {@code ..} stops at its root, and links that lead out are refused.
 *
 * @param root existing folder, without links in its path
 */
public record JailedFolder(Path root) {
    /** Resolves what is above the root. */
    public static JailedFolder of(Path root) throws IOException {
        return new JailedFolder(root.toRealPath());
    }

    /** What a path stands for, from the root on, such as {@code /charts/app}. */
    public String shown(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    /**
     * The file that a path names, which may not be there.
     *
     * @throws HelmException when it cannot be one, or a link leads out of the folder
     */
    public Path resolve(String path) {
        String shown = shown(path);
        try {
            Path file = root.resolve(shown.substring(1));
            if (Files.exists(file) && !file.toRealPath().startsWith(root)) {
                throw new HelmException(Subject.CHART, "'" + shown + "' is a link that leads out of the source");
            }
            return file;
        } catch (InvalidPathException | IOException unusable) {
            throw new HelmException(Subject.CHART, "'" + shown + "' cannot be the path of a file", unusable);
        }
    }
}
