package io.fluxj.source;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.HoldsArtifact;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.jgit.SharedRemotes;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.runtime.git.GitIdentity;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.options.ArtifactOptions;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.start.LeadingService;
import io.fluxj.runtime.storage.FileArtifactStore;
import io.fluxj.runtime.storage.Storage;
import io.fluxj.runtime.storage.bucket.BucketArtifactStore;
import io.fluxj.runtime.storage.bucket.StorageBucket;
import io.fluxj.runtime.storage.replica.ReplicaStore;
import io.fluxj.source.bucket.BucketParts;
import io.fluxj.source.bucket.BucketReconciliation;
import io.fluxj.source.git.GitParts;
import io.fluxj.source.git.GitRepositoryReconciliation;
import io.fluxj.source.helm.HelmParts;
import io.fluxj.source.helm.HelmRepositoryReconciliation;
import io.fluxj.source.oci.OCIRepositoryReconciliation;
import io.fluxj.source.oci.OciParts;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The source-controller: GitRepositories, OCIRepositories, HelmRepositories, HelmCharts and Buckets, the store of their artifacts, and the server that offers them. */
public final class SourceController implements ControllerDefinition<SourceControllerOptions> {
    /** Name of the controller. */
    public static final String NAME = "source-controller";

    private static final List<Class<? extends CustomResource<?, ? extends HoldsArtifact>>> KINDS =
            List.of(GitRepository.class, OCIRepository.class, HelmRepository.class, HelmChart.class, Bucket.class);

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(new SourceController(), arguments));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SourceControllerOptions newOptions() {
        return new SourceControllerOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, SourceControllerOptions options)
            throws IOException {
        check(options);
        ArtifactOptions artifacts = options.artifacts();
        FileArtifactStore files =
                FileArtifactStore.open(Path.of(artifacts.path()), Clock.systemUTC(), environment.fence());
        Storage storage = Storage.of(
                BucketArtifactStore.over(files, StorageBucket.of(environment, artifacts.bucket()), environment.fence()),
                artifacts,
                environment.variables());
        environment.local().offer(storage.address().prefix(), files.root());
        WorkSpace workSpace = WorkSpace.beside(files.root());
        LeadingService sweep = workSpace::sweep;
        Setup setup = new Setup(
                environment,
                options,
                storage,
                workSpace.folder(),
                CloudLogins.of(environment, options.shared(), options.defaultServiceAccount()));
        return new ControllerParts(
                List.of(
                        gitRepositories(setup),
                        ociRepositories(setup),
                        helmRepositories(setup),
                        HelmCharts.controller(environment, options, storage, setup.folder(), setup.logins()),
                        buckets(setup)),
                List.of(sweep),
                ReplicaStore.of(
                        environment,
                        options.shared(),
                        artifacts,
                        KINDS,
                        options.shared().watch().labelSelector()));
    }

    /**
     * What the kinds share.
     *
     * @param folder that passes fetch into
     * @param logins with all tokens that clouds gave
     */
    private record Setup(
            ControllerEnvironment environment,
            SourceControllerOptions options,
            Storage storage,
            Path folder,
            CloudLogins logins) {

        Proxies proxies() {
            return EnvironmentProxies.of(environment.variables()).proxies();
        }

        SecretReader secrets() {
            return new SecretReader(environment.client());
        }

        <R extends CustomResource<?, ?>> SpecNotices<R> notices(Class<R> type) {
            return new SpecNotices<>(environment.client(), type);
        }
    }

    private static void check(SourceControllerOptions options) {
        WorkloadIdentityGate.check(
                options.shared().features(), Map.of("--default-service-account", options.defaultServiceAccount()));
        options.helm().requireUsable();
        if (options.artifacts().connectionsPerAddress() < 1) {
            throw new IllegalArgumentException("--storage-max-connections-per-address must be at least 1");
        }
    }

    private static KindController<GitRepository> gitRepositories(Setup setup) {
        GitParts parts = new GitParts(
                setup.storage(),
                setup.secrets(),
                network(setup),
                setup.environment()
                        .resources()
                        .keep(new SharedRemotes(setup.folder(), FetchLimits.DEFAULT, Clock.systemUTC())),
                setup.folder(),
                setup.options().requeueDependency(),
                GitIdentity.of(setup.logins()));
        SpecNotices<GitRepository> notices = setup.notices(GitRepository.class);
        return KindController.of(
                setup.environment(),
                GitRepository.class,
                own -> new Kind<>(
                        new GitRepositoryReconciliation(
                                parts, (namespace, name) -> find(own.context(), namespace, name), notices),
                        List.of()));
    }

    /** An object of the kind, also one that another shard handles. */
    private static <R extends HasMetadata> Optional<R> find(
            EventSourceContext<R> context, String namespace, String name) {
        return context.getPrimaryCache()
                .get(new ResourceID(name, namespace))
                .or(() -> Optional.ofNullable(context.getClient()
                        .resources(context.getPrimaryResourceClass())
                        .inNamespace(namespace)
                        .withName(name)
                        .get()));
    }

    private static KindController<OCIRepository> ociRepositories(Setup setup) {
        OciParts parts = new OciParts(
                setup.storage(),
                setup.secrets(),
                new OciParts.Network(setup.proxies(), setup.options().maxTimeout()),
                OciParts.Limits.DEFAULT,
                setup.folder(),
                setup.logins());
        return KindController.of(
                setup.environment(), new OCIRepositoryReconciliation(parts, setup.notices(OCIRepository.class)));
    }

    private static KindController<HelmRepository> helmRepositories(Setup setup) {
        HelmParts parts = new HelmParts(
                setup.storage(),
                setup.secrets(),
                setup.proxies(),
                setup.options().maxTimeout(),
                setup.options().helm().indexMaxSize(),
                setup.folder());
        return KindController.of(
                setup.environment(), new HelmRepositoryReconciliation(parts, setup.notices(HelmRepository.class)));
    }

    private static KindController<Bucket> buckets(Setup setup) {
        BucketParts parts = new BucketParts(
                setup.storage(),
                setup.secrets(),
                new BucketParts.Network(setup.proxies(), setup.options().maxTimeout()),
                BucketParts.Limits.DEFAULT,
                setup.folder(),
                setup.logins());
        return KindController.of(setup.environment(), new BucketReconciliation(parts, setup.notices(Bucket.class)));
    }

    private static GitParts.Network network(Setup setup) {
        SourceControllerOptions options = setup.options();
        return new GitParts.Network(
                new SshAlgorithms(options.ssh().keyExchange(), options.ssh().hostKey()),
                setup.proxies(),
                options.maxTimeout());
    }
}
