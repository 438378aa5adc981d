package io.fluxj.cli.artifact;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.oci.DockerConfig;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a registry is reached. */
final class RegistryFlags {
    @Option(
            names = "--creds",
            paramLabel = "USER:PASSWORD",
            description = "Name and password, or a token alone; else those that docker login stored.")
    private @Nullable String credentials;

    @Option(
            names = "--provider",
            paramLabel = "PROVIDER",
            description = "aws, azure or gcp: who the environment says we are there; generic (default): --creds, else"
                    + " docker's own configuration.")
    private String provider = CloudCredentials.NONE;

    @Option(
            names = "--insecure-registry",
            description = "Speak plain HTTP where the registry has no TLS, and believe any certificate.")
    private boolean insecure;

    /** Opens the registry of a repository; everything that is asked of it must be over within the session's time. */
    HttpRegistry open(Session session, Repository repository) throws RegistryException, InterruptedException {
        RegistryAccess access = new RegistryAccess(
                credentials(session, repository),
                TlsConfig.SYSTEM,
                EnvironmentProxies.of(session.environment()).proxies(),
                insecure,
                session.timeout());
        return HttpRegistry.open(repository.registry(), access, RegistryLimits.DEFAULT);
    }

    private RegistryCredentials credentials(Session session, Repository repository) {
        if (!provider.equals(CloudCredentials.NONE)) {
            if (credentials != null) {
                throw new CommandFailure(
                        "--creds and --provider " + provider + " contradict each other: give one of them");
            }
            return new CloudCredentials(session.environment(), session.clock()).of(provider, repository.registry());
        }
        if (credentials == null) {
            return stored(session).credentials(repository);
        }
        int colon = credentials.indexOf(':');
        return colon < 0
                ? new RegistryCredentials.Bearer(credentials)
                : new RegistryCredentials.Basic(credentials.substring(0, colon), credentials.substring(colon + 1));
    }

    private static DockerConfig stored(Session session) {
        String folder = session.environment()
                .getOrDefault("DOCKER_CONFIG", session.environment().getOrDefault("HOME", ".") + "/.docker");
        Path file = Path.of(folder, "config.json");
        try {
            return Files.isReadable(file) ? DockerConfig.parse(Files.readAllBytes(file)) : DockerConfig.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CommandFailure(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
