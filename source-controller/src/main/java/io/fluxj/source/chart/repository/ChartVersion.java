package io.fluxj.source.chart.repository;

import java.util.List;

/**
 * A chart in a repository.
 *
 * @param name as the repository has it; in a registry it may be a path
 * @param version as the repository has it
 * @param urls where it is
 */
public record ChartVersion(String name, String version, List<String> urls) {
    /** Makes the list unmodifiable. */
    public ChartVersion {
        urls = List.copyOf(urls);
    }

    /** @throws RepositoryException when it is nowhere */
    String url() throws RepositoryException {
        if (urls.isEmpty()) {
            throw new RepositoryException(
                    RepositoryException.Problem.PULL, "chart '" + name + "' has no downloadable URLs");
        }
        return urls.getFirst();
    }
}
