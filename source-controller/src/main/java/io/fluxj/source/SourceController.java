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
        FileArtifactStore store =
                FileArtifactStore.open(Path.of(artifacts.path()), Clock.systemUTC(), environment.fence());
        environment
                .local()
                .offer(storage(environment, artifacts, store).address().prefix(), store.root());
        WorkSpace workSpace = WorkSpace.beside(store.root());
        LeadingService sweep = workSpace::sweep;
        return new ControllerParts(
                List.of(
                        gitRepositories(environment, options, store, workSpace),
                        ociRepositories(environment, options, store, workSpace),
                        helmRepositories(environment, options, store, workSpace),
                        HelmCharts.controller(
                                environment,
                                options,
                                storage(environment, options.artifacts(), store),
                                workSpace.folder()),
                        buckets(environment, options, store, workSpace)),
                List.of(sweep),
                ReplicaStore.of(
                        environment,
                        options.shared(),
                        artifacts,
                        KINDS,
                        options.shared().watch().labelSelector()));
    }

    private static void check(SourceControllerOptions options) {
        WorkloadIdentityGate.check(
                options.shared().features(), Map.of("--default-service-account", options.defaultServiceAccount()));
        options.helm().requireUsable();
        if (options.artifacts().connectionsPerAddress() < 1) {
            throw new IllegalArgumentException("--storage-max-connections-per-address must be at least 1");
        }
    }

    private static KindController<GitRepository> gitRepositories(
            ControllerEnvironment environment,
            SourceControllerOptions options,
            FileArtifactStore store,
            WorkSpace workSpace) {
        GitParts parts = new GitParts(
                storage(environment, options.artifacts(), store),
                new SecretReader(environment.client()),
                network(environment, options),
                environment
                        .resources()
                        .keep(new SharedRemotes(workSpace.folder(), FetchLimits.DEFAULT, Clock.systemUTC())),
                workSpace.folder(),
                options.requeueDependency(),
                GitIdentity.of(environment, options.shared(), options.defaultServiceAccount()));
        SpecNotices<GitRepository> notices = new SpecNotices<>(environment.client(), GitRepository.class);
        return KindController.of(
                environment,
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

    private static CloudLogins logins(ControllerEnvironment environment, SourceControllerOptions options) {
        return CloudLogins.of(environment, options.shared(), options.defaultServiceAccount());
    }

    private static KindController<OCIRepository> ociRepositories(
            ControllerEnvironment environment,
            SourceControllerOptions options,
            FileArtifactStore store,
            WorkSpace workSpace) {
        OciParts parts = new OciParts(
                storage(environment, options.artifacts(), store),
                new SecretReader(environment.client()),
                new OciParts.Network(
                        EnvironmentProxies.of(environment.variables()).proxies(), options.maxTimeout()),
                OciParts.Limits.DEFAULT,
                workSpace.folder(),
                logins(environment, options));
        return KindController.of(
                environment,
                new OCIRepositoryReconciliation(parts, new SpecNotices<>(environment.client(), OCIRepository.class)));
    }

    private static KindController<HelmRepository> helmRepositories(
            ControllerEnvironment environment,
            SourceControllerOptions options,
            FileArtifactStore store,
            WorkSpace workSpace) {
        HelmParts parts = new HelmParts(
                storage(environment, options.artifacts(), store),
                new SecretReader(environment.client()),
                EnvironmentProxies.of(environment.variables()).proxies(),
                options.maxTimeout(),
                options.helm().indexMaxSize(),
                workSpace.folder());
        return KindController.of(
                environment,
                new HelmRepositoryReconciliation(parts, new SpecNotices<>(environment.client(), HelmRepository.class)));
    }

    private static KindController<Bucket> buckets(
            ControllerEnvironment environment,
            SourceControllerOptions options,
            FileArtifactStore store,
            WorkSpace workSpace) {
        BucketParts parts = new BucketParts(
                storage(environment, options.artifacts(), store),
                new SecretReader(environment.client()),
                new BucketParts.Network(
                        EnvironmentProxies.of(environment.variables()).proxies(), options.maxTimeout()),
                BucketParts.Limits.DEFAULT,
                workSpace.folder(),
                logins(environment, options));
        return KindController.of(
                environment, new BucketReconciliation(parts, new SpecNotices<>(environment.client(), Bucket.class)));
    }

    private static GitParts.Network network(ControllerEnvironment environment, SourceControllerOptions options) {
        return new GitParts.Network(
                new SshAlgorithms(options.ssh().keyExchange(), options.ssh().hostKey()),
                EnvironmentProxies.of(environment.variables()).proxies(),
                options.maxTimeout());
    }

    private static Storage storage(
            ControllerEnvironment environment, ArtifactOptions artifacts, FileArtifactStore store) {
        return Storage.of(store, artifacts, environment.variables());
    }
}
