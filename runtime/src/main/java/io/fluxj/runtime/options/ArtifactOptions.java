package io.fluxj.runtime.options;

import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --storage-*} and {@code --artifact-*} of controllers that serve artifacts. Source: flags-endpoints §1. */
public final class ArtifactOptions {
    @Option(
            names = "--storage-path",
            defaultValue = "${env:STORAGE_PATH:-/data}",
            paramLabel = "DIR",
            description = "Folder of the artifacts.")
    private String path = "";

    @Option(
            names = "--storage-addr",
            defaultValue = "${env:STORAGE_ADDRESS:-:9090}",
            paramLabel = "ADDR",
            description = "Where the artifacts are served.")
    private String address = "";

    @Option(
            names = "--storage-adv-addr",
            defaultValue = "${env:STORAGE_ADV_ADDR:-}",
            paramLabel = "HOST",
            description = "The host that artifact URLs name; by default that of --storage-addr.")
    private String advertised = "";

    @Option(
            names = "--storage-peer-addr",
            defaultValue = "",
            paramLabel = "HOST:PORT",
            description = "Where other replicas reach the artifacts of this one; by default the address of the Pod.")
    private String peer = "";

    @Option(
            names = "--storage-max-connections-per-address",
            defaultValue = "512",
            paramLabel = "N",
            description = "Connections that one client address may have open to the artifacts' server.")
    private int connectionsPerAddress;

    @Option(
            names = "--artifact-retention-ttl",
            defaultValue = "1m",
            paramLabel = "DURATION",
            converter = GoDurationConverter.class,
            description = "How long an old artifact is kept.")
    private Duration retentionTtl = Duration.ZERO;

    @Option(
            names = "--artifact-retention-records",
            defaultValue = "2",
            paramLabel = "N",
            description = "How many artifacts of an object are kept after that.")
    private int retentionRecords;

    @Option(
            names = "--artifact-digest-algo",
            defaultValue = "sha256",
            paramLabel = "NAME",
            description = "sha256, sha384, sha512, blake3 or sha1.")
    private String digestAlgorithm = "";

    @Mixin
    private BucketOptions bucket = new BucketOptions();

    /** A bucket for copies of the artifacts. */
    public BucketOptions bucket() {
        return bucket;
    }

    /** Folder of the artifacts. */
    public String path() {
        return path;
    }

    /** Where the artifacts are served, {@code host:port} or {@code :port}. */
    public String address() {
        return address;
    }

    /** The host that artifact URLs name, empty when not given. */
    public String advertised() {
        return advertised;
    }

    /** {@code --storage-peer-addr}, a flag of Fluxj's own; empty to derive it. */
    public String peer() {
        return peer;
    }

    /** {@code --storage-max-connections-per-address}, a flag of Fluxj's own. */
    public int connectionsPerAddress() {
        return connectionsPerAddress;
    }

    /** How long an old artifact is kept. */
    public Duration retentionTtl() {
        return retentionTtl;
    }

    /** How many artifacts of an object are kept after that. */
    public int retentionRecords() {
        return retentionRecords;
    }

    /** The name of the algorithm as given. */
    public String digestAlgorithm() {
        return digestAlgorithm;
    }
}
