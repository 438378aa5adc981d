package io.fluxj.automation.update;

import io.fluxj.git.GitException;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.TreeFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a commit by their paths, with links followed as long as they stay within. */
final class TreeFiles {
    private static final int MOST_LINKS = 32;

    private final GitWorkspace workspace;
    private final SortedMap<String, TreeFile> files = new TreeMap<>();

    TreeFiles(GitWorkspace workspace) throws GitException {
        this.workspace = workspace;
        workspace.files().forEach(file -> files.put(file.path(), file));
    }

    /** The files below a folder; all when it is empty. */
    List<TreeFile> below(String folder) {
        return folder.isEmpty()
                ? List.copyOf(files.values())
                : List.copyOf(files.subMap(folder + "/", folder + "0").values());
    }

    Optional<TreeFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /**
     * Where a path leads, with links followed from a root of which nothing leads out: {@code ..} at the root and a slash at the beginning stay there.
     *
     * @return empty when links go round in circles
     */
    Optional<String> resolve(String path) throws GitException {
        Deque<String> rest = new ArrayDeque<>(parts(path));
        List<String> resolved = new ArrayList<>();
        int links = 0;
        while (!rest.isEmpty()) {
            String part = rest.pop();
            if (part.equals("..")) {
                if (!resolved.isEmpty()) {
                    resolved.removeLast();
                }
                continue;
            }
            resolved.add(part);
            TreeFile file = files.get(String.join("/", resolved));
            if (file != null && file.kind() == TreeFile.Kind.LINK) {
                if (++links > MOST_LINKS) {
                    return Optional.empty();
                }
                String target = target(file);
                resolved.removeLast();
                if (target.startsWith("/")) {
                    resolved.clear();
                }
                parts(target).reversed().forEach(rest::push);
            }
        }
        return Optional.of(String.join("/", resolved));
    }

    /** Where a link leads; out of the repository is nowhere. */
    Optional<TreeFile> followed(TreeFile link) throws GitException {
        String target = target(link);
        return target.startsWith("/") || leavesRoot(link.path(), target)
                ? Optional.empty()
                : resolve(link.path()).flatMap(this::file).filter(file -> file.kind() == TreeFile.Kind.FILE);
    }

    private static boolean leavesRoot(String link, String target) {
        int depth = parts(link).size() - 1;
        for (String part : parts(target)) {
            depth += part.equals("..") ? -1 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private String target(TreeFile link) throws GitException {
        return new String(workspace.read(link), StandardCharsets.UTF_8);
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }
}
