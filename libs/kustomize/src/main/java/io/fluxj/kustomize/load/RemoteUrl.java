package io.fluxj.kustomize.load;

import java.util.List;
import java.util.Locale;

/** Tells URLs of files and repositories from paths. */
public final class RemoteUrl {

    private static final List<String> SCHEMES = List.of("ssh://", "https://", "http://", "file://");
    private static final List<String> GITHUB = List.of("github.com/", "github.com:", "gh:");

    private RemoteUrl() {}

    /** Whether a single file is to be downloaded. */
    public static boolean isFile(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /** Whether a path names a directory of a remote repository. */
    public static boolean isRepository(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String rest = lower.startsWith("git::") ? lower.substring(5) : lower;
        if (SCHEMES.stream().anyMatch(rest::startsWith)) {
            return hasRepositoryPath(rest.substring(rest.indexOf("://") + 3));
        }
        if (GITHUB.stream().anyMatch(rest::startsWith)) {
            return hasRepositoryPath(rest);
        }
        int at = rest.indexOf('@');
        return at > 0
                && rest.substring(0, at).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')
                && rest.indexOf(':', at) > at
                && !rest.substring(0, rest.indexOf(':', at)).contains("/");
    }

    /** Whether a URL for a single file names one by its ending; such a URL is not tried as a repository. */
    public static boolean isPlainFile(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return isFile(path)
                && !lower.contains(".git/")
                && (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json"));
    }

    private static boolean hasRepositoryPath(String rest) {
        String path = rest.contains("?") ? rest.substring(0, rest.indexOf('?')) : rest;
        return path.contains("//")
                || path.contains(".git")
                || path.contains("_git/")
                || path.chars().filter(c -> c == '/').count() >= 2
                || path.contains(":");
    }
}
