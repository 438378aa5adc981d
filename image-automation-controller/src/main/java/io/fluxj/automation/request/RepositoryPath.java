package io.fluxj.automation.request;

import io.fluxj.git.GitUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a repository lies at its host.
 *
 * @param parts at least two, the last of which is its name
 */
record RepositoryPath(List<String> parts) {
    RepositoryPath {
        parts = List.copyOf(parts);
    }

    static RepositoryPath of(GitUrl url) throws RequestException {
        String path = URLDecoder.decode(url.path().replace("+", "%2B"), StandardCharsets.UTF_8)
                .replaceFirst("/+$", "")
                .replaceFirst("\\.git$", "");
        List<String> parts = Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() < 2 || parts.contains("..") || parts.contains(".")) {
            throw new RequestException("the address of the repository does not end in OWNER/NAME: " + url.shown());
        }
        return new RepositoryPath(parts);
    }

    /** Without the parts of its path that come before the last two. */
    String owner() {
        return parts.get(parts.size() - 2);
    }

    /** {@code OWNER/NAME}, fit for an address. */
    String escaped() {
        return parts.subList(parts.size() - 2, parts.size()).stream()
                .map(Escape::part)
                .collect(Collectors.joining("/"));
    }

    /** The whole path, {@code GROUP/SUBGROUP/NAME}. */
    String path() {
        return String.join("/", parts);
    }
}
