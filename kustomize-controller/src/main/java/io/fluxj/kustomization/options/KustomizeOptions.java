package io.fluxj.kustomization.options;

import io.fluxj.runtime.artifact.CacheLimits;
import io.fluxj.runtime.options.AclOptions;
import io.fluxj.runtime.options.ApplyFlags;
import io.fluxj.runtime.options.ArtifactBounds;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.DependencyOptions;
import io.fluxj.runtime.options.FeatureGates;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.options.TenancyOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of the kustomize controller. Source: flags-endpoints §2. */
public final class KustomizeOptions implements ControllerOptions {

    private static final String DECRYPTION_ACCOUNT = "--default-decryption-service-account";

    @Mixin
    private SharedOptions shared = new SharedOptions(FeatureGates.defaults(Gate.values()));

    @Mixin
    private AclOptions acl = new AclOptions();

    @Mixin
    private TenancyOptions tenancy = new TenancyOptions();

    @Mixin
    private DependencyOptions dependencies = new DependencyOptions();

    @Mixin
    private ArtifactBounds artifacts = new ArtifactBounds();

    @Mixin
    private ApplyFlags apply = new ApplyFlags();

    @Mixin
    private PruneOption prune = new PruneOption();

    @Option(
            names = "--concurrent",
            defaultValue = "4",
            paramLabel = "N",
            description = "Kustomizations that are worked on at once.")
    private int concurrent;

    @Option(
            names = "--no-remote-bases",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description =
                    "Fetch nothing that a kustomization names by URL: neither repositories nor single files, in no field.")
    private boolean noRemoteBases;

    @Option(
            names = "--allow-private-remote-bases",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description =
                    "Let kustomizations fetch from private, link-local and loopback addresses and the API server too."
                            + " Their tenants can then read what these addresses answer to the controller.")
    private boolean allowPrivateRemoteBases;

    @Option(
            names = "--remote-bases-known-hosts",
            defaultValue = "",
            paramLabel = "FILE",
            description = "Keys of the SSH servers that kustomizations may fetch repositories from, without a key of"
                    + " their own, as in known_hosts of OpenSSH.")
    private String knownHosts = "";

    @Option(
            names = "--remote-file-max-bytes",
            defaultValue = "16777216",
            paramLabel = "BYTES",
            description = "Longest file that a kustomization may fetch by URL.")
    private long longestRemoteFile;

    @Option(names = DECRYPTION_ACCOUNT, defaultValue = "", paramLabel = "NAME")
    private String decryptionServiceAccount = "";

    @Option(names = "--sops-age-secret", defaultValue = "", paramLabel = "NAME")
    private String sopsAgeSecret = "";

    @Option(names = "--sops-vault-configmap", defaultValue = "", paramLabel = "NAME")
    private String sopsVaultConfigMap = "";

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
        return Stream.of(
                        AclOptions.LOCKED_DOWN,
                        TenancyOptions.LOCKED_DOWN,
                        List.of("--no-remote-bases=true", "--allow-private-remote-bases=false"))
                .flatMap(List::stream)
                .toList();
    }

    /** {@code --no-cross-namespace-refs}. */
    public AclOptions acl() {
        return acl;
    }

    /** Service accounts. */
    public TenancyOptions tenancy() {
        return tenancy;
    }

    /** How objects are applied. */
    public ApplyFlags apply() {
        return apply;
    }

    /** How much may be pruned at once. */
    public PruneOption prune() {
        return prune;
    }

    /** How soon to look again at what is not ready. */
    public Duration requeueDependency() {
        return dependencies.requeue();
    }

    /** Whether nothing is fetched that a kustomization names by URL. */
    public boolean noRemoteBases() {
        return noRemoteBases;
    }

    /** Whether it is also fetched from addresses that are not public. */
    public boolean allowPrivateRemoteBases() {
        return allowPrivateRemoteBases;
    }

    /** A file with the keys of the SSH servers that may be fetched from; empty when there are none. */
    public String knownHosts() {
        return knownHosts;
    }

    /** Bytes of the longest file that is fetched so. */
    public long longestRemoteFile() {
        return longestRemoteFile;
    }

    /** How artifacts are fetched, and how large they may be. */
    public CacheLimits artifacts() {
        return artifacts.limits();
    }

    /** Cloud identities that act for objects that name none, by flag; they need workload identity of objects. */
    public Map<String, String> cloudIdentities() {
        return Map.of(
                TenancyOptions.KUBECONFIG_ACCOUNT,
                tenancy.defaultKubeconfigServiceAccount(),
                DECRYPTION_ACCOUNT,
                decryptionServiceAccount);
    }

    /** {@code --default-decryption-service-account}; empty for the controller itself. */
    public String decryptionServiceAccount() {
        return decryptionServiceAccount;
    }

    /** A Secret of the controller with age keys for objects that name none; may be empty. */
    public String sopsAgeSecret() {
        return sopsAgeSecret;
    }

    /** A ConfigMap of the controller that says which servers of Vault let service accounts in, and where; may be empty. */
    public String sopsVaultConfigMap() {
        return sopsVaultConfigMap;
    }

    /** Flags that are accepted and have no effect in this version. */
    public List<String> withoutEffect() {
        return shared.features().withoutEffect(Gate.values());
    }

    /** Whether a feature is on. */
    public boolean enabled(Gate gate) {
        return shared.features().enabled(gate.text());
    }
}
