package io.fluxj.reflector;

import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.reflector.policy.ImagePolicyReconciliation;
import io.fluxj.reflector.policy.PolicyParts;
import io.fluxj.reflector.policy.RepositoryWatch;
import io.fluxj.reflector.repository.ImageRepositoryReconciliation;
import io.fluxj.reflector.repository.RegistryDoor;
import io.fluxj.reflector.repository.RegistryParts;
import io.fluxj.reflector.tags.Revision;
import io.fluxj.reflector.tags.TagStore;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.start.LeadingService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The image-reflector-controller: ImageRepositories, whose tags it lists, and ImagePolicies, which choose one of them. */
public final class ImageReflectorController implements ControllerDefinition<ImageReflectorOptions> {
    /** Name of the controller. */
    public static final String NAME = "image-reflector-controller";

    private static final Logger LOG = LoggerFactory.getLogger(ImageReflectorController.class);

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(new ImageReflectorController(), arguments));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ImageReflectorOptions newOptions() {
        return new ImageReflectorOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, ImageReflectorOptions options) throws IOException {
        check(options);
        TagStore store = TagStore.open(Path.of(options.storagePath()), environment.fence(), options.compressAbove());
        RegistryDoor door = new RegistryDoor(new RegistryParts(
                new SecretReader(environment.client()),
                EnvironmentProxies.of(environment.variables()).proxies(),
                RegistryLimits.DEFAULT,
                CloudLogins.of(environment, options.shared(), options.defaultServiceAccount())));
        LeadingService sweep = store::sweep;
        return new ControllerParts(
                List.of(repositories(environment, options, door, store), policies(environment, options, door, store)),
                List.of(sweep));
    }

    private static void check(ImageReflectorOptions options) {
        WorkloadIdentityGate.check(
                options.shared().features(), Map.of("--default-service-account", options.defaultServiceAccount()));
        if (options.compressAbove() < 0) {
            throw new IllegalArgumentException("--storage-compression-threshold must not be negative");
        }
        options.withoutEffect().forEach(flag -> LOG.warn("{} has no effect in this version", flag));
    }

    private static KindController<ImageRepository> repositories(
            ControllerEnvironment environment, ImageReflectorOptions options, RegistryDoor door, TagStore store) {
        return KindController.of(
                environment,
                new ImageRepositoryReconciliation(
                        door,
                        store,
                        options.fluxStorage() ? Revision.SHA256 : Revision.ADLER32,
                        environment.clock(),
                        new SpecNotices<>(environment.client(), ImageRepository.class)));
    }

    private static KindController<ImagePolicy> policies(
            ControllerEnvironment environment, ImageReflectorOptions options, RegistryDoor door, TagStore store) {
        PolicyParts parts = new PolicyParts(
                environment.client(),
                door,
                store,
                new PolicyParts.Rules(options.noCrossNamespaceRefs(), options.requeueDependency()),
                new SpecNotices<>(environment.client(), ImagePolicy.class));
        return KindController.of(environment, ImagePolicy.class, own -> {
            RepositoryWatch watch = new RepositoryWatch(own);
            return new Kind<>(new ImagePolicyReconciliation(parts, watch), watch.eventSources());
        });
    }
}
