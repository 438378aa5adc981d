package io.fluxj.kustomization;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.kustomization.build.BuildCache;
import io.fluxj.kustomization.options.Gate;
import io.fluxj.kustomization.options.KustomizeOptions;
import io.fluxj.kustomization.pass.ReconciliationFactory;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.ManifestBuilder;
import io.fluxj.manifest.remote.ApiServerAddresses;
import io.fluxj.manifest.remote.GitBases;
import io.fluxj.manifest.remote.HttpRemoteBases;
import io.fluxj.manifest.remote.NoRemoteBases;
import io.fluxj.net.address.AddressRule;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.artifact.ArtifactCache;
import io.fluxj.runtime.artifact.OwnFolder;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.reference.Surroundings;
import io.fluxj.runtime.source.SourceNews;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.KindController;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kustomize controller: Kustomizations, built from sources and kept in the cluster. */
public final class KustomizeController implements ControllerDefinition<KustomizeOptions> {

    /** A built byte takes some eight on the heap; an eighth of it is for builds. */
    private static final long HEAP_PER_BYTE_OF_BUILDS = 64;

    private static final Logger LOG = LoggerFactory.getLogger(KustomizeController.class);

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(new KustomizeController(), arguments));
    }

    /** The controller, to be started in a process with others. */
    public static KustomizeController definition() {
        return new KustomizeController();
    }

    @Override
    public String name() {
        return "kustomize-controller";
    }

    @Override
    public KustomizeOptions newOptions() {
        return new KustomizeOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, KustomizeOptions options) throws IOException {
        check(options);
        EnvironmentProxies proxies = EnvironmentProxies.of(environment.variables());
        OwnFolder folder = environment
                .resources()
                .keep(OwnFolder.open(Path.of(System.getProperty("java.io.tmpdir")), "fluxj-artifacts-"));
        ArtifactCache artifacts =
                environment.openArtifacts(options.artifacts(), folder.path().resolve("unpacked"));
        BuildCache builds = new BuildCache(
                new ManifestBuilder(
                        remoteBases(environment, options, proxies, folder.path().resolve("bases")),
                        options.enabled(Gate.STRICT_POST_BUILD_SUBSTITUTIONS)),
                Runtime.getRuntime().maxMemory() / HEAP_PER_BYTE_OF_BUILDS);
        return ControllerParts.of(KindController.of(environment, Kustomization.class, own -> {
            Surroundings<Kustomization, KustomizationStatus> surroundings = new Surroundings<>(
                    KustomizationReferences.all(options.tenancy().defaultServiceAccount()), watched(options), own);
            return ReconciliationFactory.create(environment, options, surroundings, artifacts, builds);
        }));
    }

    private static RemoteBases remoteBases(
            ControllerEnvironment environment, KustomizeOptions options, EnvironmentProxies proxies, Path folder)
            throws IOException {
        if (options.noRemoteBases()) {
            return new NoRemoteBases();
        }
        AddressRule rule = options.allowPrivateRemoteBases()
                ? AddressRule.any()
                : AddressRule.publicOnly(
                        ApiServerAddresses.of(
                                environment.client().getMasterUrl().getHost(),
                                environment.variable("KUBERNETES_SERVICE_HOST")),
                        "only fetched from with --allow-private-remote-bases");
        return new HttpRemoteBases(
                rule,
                proxies.proxies(),
                options.longestRemoteFile(),
                new GitBases(rule, proxies.proxies(), folder, knownHosts(options.knownHosts())));
    }

    private static String knownHosts(String file) throws IOException {
        if (file.isEmpty()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IOException("the file of --remote-bases-known-hosts cannot be read: " + unreadable, unreadable);
        }
    }

    private static void check(KustomizeOptions options) {
        WorkloadIdentityGate.check(options.shared().features(), options.cloudIdentities());
        options.apply().customStageKinds();
        options.withoutEffect().forEach(flag -> LOG.warn("{} has no effect in this version", flag));
    }

    private static Surroundings.Watched watched(KustomizeOptions options) {
        return new Surroundings.Watched(
                KustomizationReferences.sourceKinds(options.enabled(Gate.EXTERNAL_ARTIFACT)),
                SourceNews.REVISION,
                configsSelector(options));
    }

    private static String configsSelector(KustomizeOptions options) {
        return options.enabled(Gate.DISABLE_CONFIG_WATCHERS)
                ? ""
                : options.shared().watch().configsLabelSelector();
    }
}
