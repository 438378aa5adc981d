package io.fluxj.cli.bootstrap;

import io.fluxj.api.meta.GoDuration;
import io.fluxj.cli.bootstrap.host.HostAccess;
import io.fluxj.cli.bootstrap.host.WantedRepository;
import io.fluxj.cli.bootstrap.host.WantedRepository.Visibility;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What bootstrap is told about a host with an API. */
final class HostFlags {
    @Option(
            names = "--owner",
            paramLabel = "NAME",
            description = "The user, organisation, group or project that owns the repository.")
    private String owner = "";

    @Option(names = "--repository", paramLabel = "NAME", description = "The repository; it is made if it is missing.")
    private String repository = "";

    @Option(
            names = {"--team", "--group"},
            split = ",",
            paramLabel = "NAME[:PERMISSION]",
            description = "A team or group that may use the repository; may be repeated.")
    private List<String> teams = List.of();

    @Option(names = "--personal", description = "The owner is a user.")
    private boolean personal;

    @Option(names = "--private", description = "A new repository is private. Default: true.")
    private boolean isPrivate = true;

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            description = "How often the cluster looks at the repository. Default: 1m.")
    private Duration interval = Duration.ofMinutes(1);

    @Option(names = "--hostname", paramLabel = "HOST", description = "The Git host.")
    private String hostname = "";

    @Option(names = "--read-write-key", description = "The deploy key may push, too; image automation needs that.")
    boolean writes;

    @Option(names = "--reconcile", description = "Bring a repository that is there to these settings.")
    private boolean reconcile;

    /**
     * The repository.
     *
     * @param visibility of a new one; empty for what --private says
     */
    WantedRepository wanted(String branch, Optional<Visibility> visibility) {
        try {
            Visibility usual = isPrivate ? Visibility.PRIVATE : Visibility.PUBLIC;
            return new WantedRepository(
                    owner.strip(), repository.strip(), personal, visibility.orElse(usual), branch, reconcile);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** Teams with what they may do. */
    Map<String, String> teams(String usual) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String team : teams) {
            int colon = team.lastIndexOf(':');
            all.put(colon < 0 ? team : team.substring(0, colon), colon < 0 ? usual : team.substring(colon + 1));
        }
        return all;
    }

    /** As Go writes it. */
    String interval() {
        return GoDuration.of(interval).toString();
    }

    String owner() {
        return owner.strip();
    }

    /**
     * How the host is reached.
     *
     * @param usual host when none is named; empty when one must be
     * @param sshHostname for SSH, when that is elsewhere
     */
    HostAccess access(Session session, String usual, String sshHostname, String token, String caFile) {
        URI place = place(hostname.isBlank() ? usual : hostname.strip());
        TlsConfig tls = caFile.isEmpty()
                ? TlsConfig.SYSTEM
                : TlsConfig.trusting(Trust.besideSystem(FileText.text("--ca-file", caFile)));
        return new HostAccess(
                place,
                sshHostname.isEmpty() ? place.getHost() : sshHostname,
                token,
                tls,
                proxies(session),
                session.timeout());
    }

    static Proxies proxies(Session session) {
        try {
            return EnvironmentProxies.of(session.environment()).proxies();
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static URI place(String host) {
        if (host.isEmpty()) {
            throw new CommandFailure("--hostname is required: the host of the Git server");
        }
        String address = host.contains("://") ? host : "https://" + host;
        try {
            URI place = URI.create(address.replaceFirst("/+$", ""));
            if (place.getHost() != null && place.getRawPath().isEmpty() && place.getRawUserInfo() == null) {
                return place;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new CommandFailure("--hostname '" + host + "' is no host; write HOST or HOST:PORT");
    }
}
