package io.fluxj.git.jgit;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * What a commit's {@code .gitmodules} says.
 *
 * @param byPath submodules by their path in the tree
 */
record Gitmodules(Map<String, Module> byPath) {
    private static final int LARGEST = 1 << 20;
    private static final String SECTION = "submodule";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * One submodule.
     *
     * @param name what Git calls it
     * @param url where it says that it is; nothing is known of it
     */
    record Module(String name, String url) {}

    /** Reads the file of a tree; none is as good as an empty one, and so is a link in its place. */
    static Gitmodules of(ObjectReader objects, ObjectId tree) throws IOException, GitException {
        try (TreeWalk found = TreeWalk.forPath(objects, Constants.DOT_GIT_MODULES, tree)) {
            return found == null || !FileMode.REGULAR_FILE.equals(found.getFileMode(0))
                    ? new Gitmodules(Map.of())
                    : parse(text(objects.open(found.getObjectId(0))));
        }
    }

    private static String text(ObjectLoader file) throws IOException, GitException {
        WriteBudget.require(file.getSize() <= LARGEST, "has a .gitmodules of more than " + LARGEST + " bytes");
        return new String(file.getBytes(LARGEST), StandardCharsets.UTF_8);
    }

    static Gitmodules parse(String text) throws GitException {
        Config config = new Config();
        try {
            config.fromText(text);
        } catch (ConfigInvalidException malformed) {
            String message =
                    "the commit's .gitmodules cannot be read: " + ServerText.of(String.valueOf(malformed.getMessage()));
            throw new GitException(Problem.REFUSED, message, malformed);
        }
        Map<String, Module> byPath = new HashMap<>();
        for (String name : config.getSubsections(SECTION)) {
            @Nullable String path = config.getString(SECTION, name, "path");
            @Nullable String url = config.getString(SECTION, name, "url");
            if (path != null && url != null) {
                requireHarmless(name);
                byPath.put(path, new Module(name, url));
            }
        }
        return new Gitmodules(Map.copyOf(byPath));
    }

    /** As Git does: a name becomes part of a path. */
    private static void requireHarmless(String name) throws GitException {
        boolean harmless = !CONTROL.matcher(name).find()
                && Stream.of(name.split("[/\\\\]", -1)).noneMatch(part -> part.equals("..") || part.isEmpty());
        WriteBudget.require(harmless, "has a submodule with the unsafe name '" + ServerText.of(name) + "'");
    }

    /** The submodule at a path of the tree; empty when the file knows none there. */
    Optional<Module> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
