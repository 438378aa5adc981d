package io.fluxj.automation;

import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.automation.pass.ImageUpdateAutomationReconciliation;
import io.fluxj.automation.pass.PassParts;
import io.fluxj.automation.pass.PolicyWatch;
import io.fluxj.automation.source.GitSource;
import io.fluxj.automation.source.SourceOpener;
import io.fluxj.automation.source.SourceParts;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.artifact.OwnFolder;
import io.fluxj.runtime.git.GitIdentity;
import io.fluxj.runtime.identity.cloud.CloudLogins;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import io.fluxj.runtime.plan.PlanMap;
import io.fluxj.runtime.secret.SecretReader;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.ControllerProgram;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The image-automation-controller: ImageUpdateAutomations, which commit to Git which images policies chose. */
public final class ImageAutomationController implements ControllerDefinition<ImageAutomationOptions> {
    /** Name of the controller. */
    public static final String NAME = "image-automation-controller";

    /** Runs it until it is told to stop. */
    public static void main(String[] arguments) {
        System.exit(ControllerProgram.run(new ImageAutomationController(), arguments));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ImageAutomationOptions newOptions() {
        return new ImageAutomationOptions();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, ImageAutomationOptions options) throws IOException {
        WorkloadIdentityGate.check(
                options.shared().features(), Map.of("--default-service-account", options.defaultServiceAccount()));
        OwnFolder folder = environment
                .resources()
                .keep(OwnFolder.open(Path.of(System.getProperty("java.io.tmpdir")), "fluxj-automation-"));
        PassParts parts = new PassParts(
                new SourceOpener(sources(environment, options, folder)),
                new PassParts.Rules(options.noCrossNamespaceRefs(), options.forcePushBranch(), options.retryPush()),
                environment.clock(),
                new SpecNotices<>(environment.client(), ImageUpdateAutomation.class),
                new SecretReader(environment.client()),
                new PlanMap(environment.client(), NAME, "-image-plan"));
        return ControllerParts.of(KindController.of(environment, ImageUpdateAutomation.class, own -> {
            PolicyWatch watch = new PolicyWatch(own);
            return new Kind<>(new ImageUpdateAutomationReconciliation(parts, watch), watch.eventSources());
        }));
    }

    private static SourceParts sources(
            ControllerEnvironment environment, ImageAutomationOptions options, OwnFolder folder) {
        return new SourceParts(
                new SecretReader(environment.client()),
                new SshAlgorithms(options.ssh().keyExchange(), options.ssh().hostKey()),
                EnvironmentProxies.of(environment.variables()).proxies(),
                GitIdentity.of(CloudLogins.of(environment, options.shared(), options.defaultServiceAccount())),
                new GitSource.Place(folder.path(), FetchLimits.DEFAULT));
    }
}
