package io.fluxj.source.chart.repository;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.meta.RegistryProvider;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HelmRepositorySpec;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.http.HttpRegistry;
import io.fluxj.oci.signature.ArtifactVerifier;
import io.fluxj.runtime.identity.HttpRoute;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.RegistryPassword;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.source.chart.repository.RepositoryException.Problem;
import io.fluxj.source.helm.AccessException;
import io.fluxj.source.helm.FileDownload;
import io.fluxj.source.helm.IndexDownload;
import io.fluxj.source.helm.IndexSource;
import io.fluxj.source.helm.RepositoryAccess;
import io.fluxj.source.helm.index.IndexFile;
import io.fluxj.source.helm.index.StoredIndex;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Opens Helm repositories.
 *
 * @param access finds out as whom they are read
 * @param proxies on the way
 * @param logins who vouches for the controller in the registries of clouds
 * @param indexes those that are stored
 * @param maxSizes of what is downloaded
 */
public record Repositories(
        RepositoryAccess access, Proxies proxies, CloudLogins logins, StoredIndexes indexes, MaxSizes maxSizes) {
    private static final String REGISTRY = "oci://";

    /**
     * In bytes.
     *
     * @param index of an index
     * @param chart of a package
     */
    public record MaxSizes(long index, long chart) {}

    /** Whether an address is that of a registry. */
    public static boolean isRegistry(String url) {
        return url.startsWith(REGISTRY);
    }

    /** How to get to a repository. */
    @FunctionalInterface
    public interface Way {
        /** Goes there. It may block until the repository's timeout is over, and ends when the thread is interrupted. */
        ChartRepository open() throws RepositoryException, InterruptedException;
    }

    /**
     * To a repository with an index that is stored.
     *
     * @param conceal given what must not be read in any message
     */
    public Way stored(HelmRepository repository, Artifact artifact, Consumer<String> conceal) throws AccessException {
        IndexSource source = access.index(repository, conceal);
        ChartRepository opened =
                index(repository, source, (chart, goesOn) -> indexes.look(repository, artifact, chart, goesOn));
        return () -> opened;
    }

    /**
     * To a repository whose index has to be fetched first.
     *
     * @param folder existing folder for the index
     * @param conceal given what must not be read in any message
     */
    public Way fetched(HelmRepository repository, Path folder, Consumer<String> conceal) throws AccessException {
        IndexSource source = access.index(repository, conceal);
        return () -> {
            Path stored = fetch(source, folder);
            return index(repository, source, (chart, goesOn) -> {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(stored))) {
                    return StoredIndex.look(in, chart, goesOn);
                }
            });
        };
    }

    private Path fetch(IndexSource source, Path folder) throws RepositoryException, InterruptedException {
        Path stored = folder.resolve("index.json");
        try {
            IndexDownload download = new IndexDownload(new FileDownload(proxies), maxSizes.index());
            IndexFile.convert(download.fetch(source, folder).file(), stored, folder);
            return stored;
        } catch (IOException failed) {
            throw new RepositoryException(Problem.PULL, "failed to load index: " + failed.getMessage(), failed);
        }
    }

    private ChartRepository index(HelmRepository repository, IndexSource source, IndexRepository.IndexLookup lookup) {
        boolean everywhere = Boolean.TRUE.equals(repository.getSpec().passCredentials());
        return new IndexRepository(
                lookup, source, everywhere, new IndexRepository.Fetching(new FileDownload(proxies), maxSizes.chart()));
    }

    /**
     * To a repository in a registry.
     *
     * @param signatures looks who signed its charts, when it is asked to
     * @param conceal given what must not be read in any message
     */
    public Way registry(HelmRepository repository, ArtifactVerifier signatures, Consumer<String> conceal)
            throws AccessException {
        HelmRepositorySpec spec = repository.getSpec();
        String url = spec.url();
        if (!isRegistry(url)) {
            throw AccessException.invalidUrl("invalid OCI registry URL: " + url);
        }
        TlsConfig tls = access.certificates(repository, conceal).orElse(TlsConfig.SYSTEM);
        Duration timeout = access.timeout(spec.timeout());
        Login login = login(repository, conceal);
        return () -> {
            RegistryCredentials who = login.credentials();
            who.confidential().forEach(conceal);
            RegistryAccess way = new RegistryAccess(who, tls, proxies, Boolean.TRUE.equals(spec.insecure()), timeout);
            RegistryRepository.RegistryPlace place =
                    new RegistryRepository.RegistryPlace(url, !(who instanceof RegistryCredentials.None));
            return new RegistryRepository(open(host(url), way), place, signatures);
        };
    }

    /** Who we are to a registry. */
    @FunctionalInterface
    private interface Login {
        RegistryCredentials credentials() throws RepositoryException;
    }

    /** What a Secret says is read at once; a cloud is asked when the registry is. */
    private Login login(HelmRepository repository, Consumer<String> conceal) throws AccessException {
        HelmRepositorySpec spec = repository.getSpec();
        String host = host(spec.url());
        if (spec.secretRef() == null
                && spec.provider() != null
                && !spec.provider().is(RegistryProvider.GENERIC)) {
            String provider = spec.provider().text();
            return () -> ofCloud(provider, host);
        }
        RegistryCredentials known = RegistrySecret.read(access.credentials(repository, conceal), host);
        return () -> known;
    }

    /** As the controller: a HelmRepository names no service account. Source: behaviour §0.3. */
    private RegistryCredentials ofCloud(String provider, String host) throws RepositoryException {
        try {
            RegistryPassword password = logins.registry(
                    provider, host, new Principal.Controller(), new HttpRoute(proxies, TlsConfig.SYSTEM));
            return new RegistryCredentials.Basic(password.username(), password.password());
        } catch (IdentityException refused) {
            throw new RepositoryException(
                    Problem.ACCESS, "failed to get credential from '" + provider + "': " + refused.message(), refused);
        }
    }

    private HttpRegistry open(String host, RegistryAccess way) throws RepositoryException, InterruptedException {
        RegistryLimits usual = RegistryLimits.DEFAULT;
        RegistryLimits limits =
                new RegistryLimits(usual.manifestBytes(), maxSizes.chart(), usual.tags(), usual.tagsPerPage());
        try {
            return HttpRegistry.open(host, way, limits);
        } catch (RegistryException silent) {
            Problem problem = silent.problem() == RegistryException.Problem.CERTIFICATE ? Problem.ACCESS : Problem.PULL;
            throw new RepositoryException(
                    problem, "failed to reach the registry '" + host + "': " + silent.message(), silent);
        }
    }

    private static String host(String url) {
        return url.substring(REGISTRY.length()).split("/", 2)[0];
    }
}
