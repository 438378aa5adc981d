package io.fluxj.source.chart.repository;

import io.fluxj.oci.signature.Verdict;
import java.nio.file.Path;

/** Where charts are looked for. All of it may block until the repository's timeout is over, and ends when the thread is interrupted. */
public sealed interface ChartRepository extends AutoCloseable permits IndexRepository, RegistryRepository {
    /**
     * A chart in the version that is asked for: the very one, or else the newest within a range; without a range, or with {@code *}, the newest that is no
     * pre-release. Source: behaviour §1.6.
     */
    ChartVersion find(String name, String range) throws RepositoryException, InterruptedException;

    /**
     * Looks who signed the chart; from then on only the very bytes that were looked at are fetched.
     *
     * @throws RepositoryException with the problem VERIFICATION when nobody who is trusted did
     */
    Verdict verify(ChartVersion chart) throws RepositoryException, InterruptedException;

    /**
     * Fetches a package.
     *
     * @param file is made, or overwritten; after a failure it holds anything
     */
    void download(ChartVersion chart, Path file) throws RepositoryException, InterruptedException;

    @Override
    void close();
}
