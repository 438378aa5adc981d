package io.fluxj.source.chart.repository;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.oci.signature.ArtifactVerifier;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.semver.Version;
import io.fluxj.source.chart.repository.RepositoryException.Problem;
import io.fluxj.source.helm.index.IndexEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Charts in a registry: each is a repository of its own, and its versions are tags, which have {@code _} for {@code +}. */
public final class RegistryRepository implements ChartRepository {
    private static final String CHART_LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

    private final Registry registry;
    private final RegistryPlace place;
    private final ArtifactVerifier signatures;
    private final Map<ChartVersion, Digest> verified = new HashMap<>();

    /**
     * Where the charts are.
     *
     * @param url address, such as {@code oci://host/charts}
     * @param known whether the registry was told who we are
     */
    record RegistryPlace(String url, boolean known) {
        private static final String SCHEME = "oci://";

        String chart(String name) {
            return url.replaceFirst("/+$", "") + "/" + name;
        }

        Repository repository(String name) throws RepositoryException {
            try {
                return Repository.parse(chart(name).substring(SCHEME.length()));
            } catch (IllegalArgumentException malformed) {
                throw new RepositoryException(
                        Problem.PULL, "invalid chart reference '" + chart(name) + "': " + malformed.getMessage());
            }
        }
    }

    RegistryRepository(Registry registry, RegistryPlace place, ArtifactVerifier signatures) {
        this.registry = registry;
        this.place = place;
        this.signatures = signatures;
    }

    @Override
    public ChartVersion find(String name, String range) throws RepositoryException, InterruptedException {
        return Version.parseStrict(range).isPresent() ? version(name, range) : version(name, newest(name, range));
    }

    private ChartVersion version(String name, String version) {
        return new ChartVersion(name, version, List.of(place.chart(name) + ":" + version));
    }

    private String newest(String name, String range) throws RepositoryException, InterruptedException {
        VersionChoice choice = VersionChoice.of(range);
        List<String> tags = tags(name);
        if (tags.isEmpty()) {
            throw new RepositoryException(
                    Problem.PULL,
                    "could not get tags for \"" + name + "\": unable to locate any tags in provided repository: "
                            + place.chart(name));
        }
        for (String tag : tags.reversed()) {
            String version = tag.replace('_', '+');
            choice.look(new IndexEntry(name, version, Instant.MIN, List.of()));
        }
        if (choice.problem().isPresent()) {
            throw new RepositoryException(Problem.PULL, choice.problem().get());
        }
        return choice.chosen()
                .map(IndexEntry::version)
                .orElseThrow(() -> new RepositoryException(
                        Problem.PULL, "could not locate a version matching provided version string " + range));
    }

    private List<String> tags(String name) throws RepositoryException, InterruptedException {
        try {
            return registry.tags(place.repository(name));
        } catch (RegistryException failed) {
            throw failed(
                    "could not get tags for \"" + name + "\": could not fetch tags for \"" + place.chart(name) + "\"",
                    failed);
        }
    }

    @Override
    public Verdict verify(ChartVersion chart) throws RepositoryException, InterruptedException {
        Reference reference = reference(chart);
        try {
            Digest digest = registry.resolve(reference);
            Verdict verdict = signatures.verify(registry, reference.repository(), digest);
            verified.put(chart, digest);
            return verdict;
        } catch (RegistryException | UnverifiedException unsigned) {
            throw new RepositoryException(
                    Problem.VERIFICATION, "failed to verify " + chart.url() + ": " + unsigned.getMessage(), unsigned);
        }
    }

    @Override
    public void download(ChartVersion chart, Path file) throws RepositoryException, InterruptedException {
        Reference reference = reference(chart);
        Digest looked = verified.get(chart);
        try {
            Manifest.Image image = registry.image(
                    looked == null ? reference : reference.repository().digest(looked));
            Descriptor layer = image.layers().stream()
                    .filter(one -> one.mediaType().equals(CHART_LAYER))
                    .findFirst()
                    .orElseThrow(() -> new RegistryException(
                            RegistryException.Problem.MALFORMED,
                            "manifest does not contain a layer with mediatype " + CHART_LAYER));
            registry.download(reference.repository(), layer, file);
        } catch (RegistryException failed) {
            throw failed("failed to get '" + chart.url() + "'", failed);
        }
    }

    private Reference reference(ChartVersion chart) throws RepositoryException {
        try {
            return place.repository(chart.name()).tag(chart.version().replace('+', '_'));
        } catch (IllegalArgumentException malformed) {
            throw new RepositoryException(
                    Problem.PULL, "invalid chart reference '" + chart.url() + "': " + malformed.getMessage());
        }
    }

    /** That nobody has been told who we are is another thing than that we are not welcome. */
    private RepositoryException failed(String doing, RegistryException failed) {
        Problem problem =
                switch (failed.problem()) {
                    case AUTHENTICATION -> place.known() ? Problem.ACCESS : Problem.PULL;
                    case CERTIFICATE -> Problem.ACCESS;
                    case NOT_FOUND, UNREACHABLE, TIMEOUT, DIGEST, TOO_LARGE, MALFORMED, REFUSED -> Problem.PULL;
                };
        return new RepositoryException(problem, doing + ": " + failed.message(), failed);
    }

    @Override
    public void close() {
        registry.close();
    }
}
