package io.fluxj.notification;

import io.fluxj.runtime.http.ListenAddress;
import io.fluxj.runtime.options.AclOptions;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.GoDurationConverter;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of the notification-controller. Source: flags-endpoints §1, §2, §7. */
@Command(name = NotificationController.NAME, description = "Sends events to providers, and takes webhooks.")
public final class NotificationOptions implements ControllerOptions {
    private static final String EVENTS = ":9090";
    /** Ours: Opsgenie is told which alerts are one, as from Flux 2.10 on. */
    static final String OPSGENIE_ALIAS = "OpsgenieAlias";
    /** Ours: what became of events stands in the status of their Alert. */
    static final String DELIVERY_RECEIPTS = "DeliveryReceipts";

    private static final Map<String, Boolean> GATES = Map.of(
            "CacheSecretsAndConfigMaps",
            false,
            "DisableConfigWatchers",
            false,
            DELIVERY_RECEIPTS,
            true,
            OPSGENIE_ALIAS,
            false,
            WorkloadIdentityGate.NAME,
            false);

    @Mixin
    private SharedOptions shared = new SharedOptions(GATES);

    @Mixin
    private AclOptions acl = new AclOptions();

    @Option(
            names = "--concurrent",
            defaultValue = "4",
            paramLabel = "N",
            description = "Objects of each kind worked on at once.")
    private int concurrent;

    @Option(
            names = "--receiverAddr",
            defaultValue = ":9292",
            paramLabel = "ADDR",
            description = "Where webhooks are taken; 0 for nowhere.")
    private String receiverAddress = "";

    @Option(
            names = "--rate-limit-interval",
            defaultValue = "5m",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "Within this time, an event that equals another is dropped.")
    private Duration rateLimitInterval = Duration.ZERO;

    @Option(
            names = "--export-http-path-metrics",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Tell requests apart by their whole path in the metrics of HTTP.")
    private boolean exportHttpPathMetrics;

    @Option(
            names = "--no-private-addresses",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Send events to public addresses only, wherever Providers and redirects lead.")
    private boolean noPrivateAddresses;

    @Option(
            names = "--audit-folder",
            defaultValue = "",
            paramLabel = "FOLDER",
            description = "Where Providers of type audit keep their files; empty for nowhere.")
    private String auditFolder = "";

    @Option(
            names = "--audit-file-limit",
            defaultValue = "1073741824",
            paramLabel = "BYTES",
            description = "How large a file of a Provider of type audit may become.")
    private long auditFileLimit;

    @Option(
            names = "--default-service-account",
            defaultValue = "",
            paramLabel = "NAME",
            description =
                    "Service account whose cloud identity is used when a Provider names none. Needs the feature gate ObjectLevelWorkloadIdentity.")
    private String defaultServiceAccount = "";

    @Override
    public SharedOptions shared() {
        return shared;
    }

    @Override
    public int concurrent() {
        return concurrent;
    }

    @Override
    public List<String> lockedDown() {
        return Stream.concat(AclOptions.LOCKED_DOWN.stream(), Stream.of("--no-private-addresses=true"))
                .toList();
    }

    /** Nowhere: {@code --events-addr} is where this controller takes the events of the others. */
    @Override
    public String eventsPostedTo() {
        return "";
    }

    /**
     * {@code --events-addr}: where events are taken; port 0 takes any free one, empty when nowhere.
     *
     * @throws IllegalArgumentException when it is no address
     */
    public Optional<InetSocketAddress> eventsAddress() {
        String given = shared.endpoints().events();
        return ListenAddress.parse("--events-addr", given.isEmpty() ? EVENTS : given);
    }

    /**
     * {@code --receiverAddr}: where webhooks are taken; empty when nowhere.
     *
     * @throws IllegalArgumentException when it is no address
     */
    public Optional<InetSocketAddress> receiverAddress() {
        return ListenAddress.parse("--receiverAddr", receiverAddress);
    }

    /** {@code --rate-limit-interval}. */
    public Duration rateLimitInterval() {
        return rateLimitInterval;
    }

    /** {@code --export-http-path-metrics}. */
    public boolean exportHttpPathMetrics() {
        return exportHttpPathMetrics;
    }

    /** {@code --default-service-account}; empty for the controller's own identity. */
    public String defaultServiceAccount() {
        return defaultServiceAccount;
    }

    /** {@code --no-cross-namespace-refs}. */
    public boolean noCrossNamespaceRefs() {
        return acl.noCrossNamespaceRefs();
    }

    /** {@code --audit-folder}: where journals are kept; empty for nowhere. */
    public Optional<Path> auditFolder() {
        return auditFolder.isEmpty() ? Optional.empty() : Optional.of(Path.of(auditFolder));
    }

    /** {@code --audit-file-limit}, in bytes. */
    public long auditFileLimit() {
        return auditFileLimit;
    }

    /** {@code --no-private-addresses}: events go to public addresses only. */
    public boolean noPrivateAddresses() {
        return noPrivateAddresses;
    }
}
