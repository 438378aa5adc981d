package io.fluxj.source.chart.repository;

import io.fluxj.oci.signature.Verdict;
import io.fluxj.source.chart.repository.RepositoryException.Problem;
import io.fluxj.source.helm.FileDownload;
import io.fluxj.source.helm.IndexSource;
import io.fluxj.source.helm.UnusableTlsException;
import io.fluxj.source.helm.index.IndexEntry;
import io.fluxj.source.helm.index.StoredIndex.Presence;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A repository with an index. */
public final class IndexRepository implements ChartRepository {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    private final IndexLookup index;
    private final IndexSource source;
    private final boolean passCredentials;
    private final Fetching fetching;

    /** Looks at the versions of a chart in an index. */
    @FunctionalInterface
    interface IndexLookup {
        /**
         * Looks at them one after the other.
         *
         * @param goesOn false when no other one needs to be looked at
         * @throws IOException when the index cannot be read
         */
        Presence look(String chart, Predicate<IndexEntry> goesOn) throws IOException;
    }

    /**
     * How packages are fetched.
     *
     * @param files fetches them
     * @param maxBytes of one
     */
    record Fetching(FileDownload files, long maxBytes) {}

    /**
     * A repository.
     *
     * @param source where the index is, as whom
     * @param passCredentials whether charts on other servers are fetched with the credentials too
     */
    IndexRepository(IndexLookup index, IndexSource source, boolean passCredentials, Fetching fetching) {
        this.index = index;
        this.source = source;
        this.passCredentials = passCredentials;
        this.fetching = fetching;
    }

    @Override
    public ChartVersion find(String name, String range) throws RepositoryException {
        VersionChoice choice = VersionChoice.of(range);
        Presence presence = look(name, choice);
        if (presence != Presence.PRESENT) {
            throw unknown(presence == Presence.UNKNOWN ? "no chart name found" : "no chart version found");
        }
        if (choice.problem().isPresent()) {
            throw unknown(choice.problem().get());
        }
        return choice.chosen()
                .map(entry -> new ChartVersion(entry.name(), entry.version(), entry.urls()))
                .orElseThrow(() -> unknown("no '" + name + "' chart with version matching '" + range + "' found"));
    }

    private Presence look(String name, VersionChoice choice) throws RepositoryException {
        try {
            return index.look(name, choice::look);
        } catch (IOException unreadable) {
            throw new RepositoryException(Problem.PULL, "failed to load index: " + unreadable.getMessage(), unreadable);
        }
    }

    private static RepositoryException unknown(String message) {
        return new RepositoryException(Problem.REFERENCE, message);
    }

    @Override
    public Verdict verify(ChartVersion chart) throws RepositoryException {
        throw new RepositoryException(Problem.VERIFICATION, "not implemented");
    }

    @Override
    public void download(ChartVersion chart, Path file) throws RepositoryException, InterruptedException {
        IndexSource place = source.at(address(chart.url()), passCredentials);
        FileDownload.Bound bound = new FileDownload.Bound(
                fetching.maxBytes(),
                "size of chart '" + place.index() + "' exceeds '" + fetching.maxBytes()
                        + "' bytes limit (--helm-chart-max-size)");
        try {
            fetching.files().fetch(place, file, bound);
        } catch (IOException failed) {
            throw new RepositoryException(problem(failed), String.valueOf(failed.getMessage()), failed);
        }
    }

    /** As Flux tells from the words. */
    private static Problem problem(IOException failed) {
        String said = String.valueOf(failed.getMessage());
        boolean refused = said.endsWith("401 Unauthorized") || said.contains(": tls: ") || said.contains("x509: ");
        return refused || failed instanceof UnusableTlsException ? Problem.ACCESS : Problem.PULL;
    }

    /** Relative to the folder of the index, whose query it keeps. */
    private URI address(String url) throws RepositoryException {
        try {
            URI index = source.index();
            URI address = ABSOLUTE.matcher(url).matches()
                    ? new URI(escaped(url))
                    : withQuery(index.resolve(new URI(escaped(url))), index.getRawQuery());
            if (SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // said below
        }
        throw new RepositoryException(
                Problem.PULL, "invalid chart URL '" + url + "': it must be http://, https:// or relative to the index");
    }

    private static URI withQuery(URI address, String query) throws URISyntaxException {
        return query == null || address.getRawQuery() != null ? address : new URI(address + "?" + query);
    }

    private static String escaped(String url) {
        return url.replace(" ", "%20");
    }

    @Override
    public void close() {
        // each file is fetched over connections of its own
    }
}
