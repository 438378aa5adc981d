package io.fluxj.runtime.trial;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.runtime.options.AclOptions;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.reference.Surroundings;
import io.fluxj.runtime.source.SourceNews;
import io.fluxj.runtime.start.ControllerDefinition;
import io.fluxj.runtime.start.ControllerEnvironment;
import io.fluxj.runtime.start.ControllerParts;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** A helm-controller that looks at what a release needs, and installs nothing. */
final class ReleaseController implements ControllerDefinition<ReleaseController.Options> {

    static final class Options implements ControllerOptions {
        @Mixin
        private SharedOptions shared = new SharedOptions(Map.of());

        @Mixin
        private AclOptions acl = new AclOptions();

        @Override
        public SharedOptions shared() {
            return shared;
        }

        @Override
        public int concurrent() {
            return 4;
        }
    }

    @Override
    public String name() {
        return "helm-controller";
    }

    @Override
    public Options newOptions() {
        return new Options();
    }

    @Override
    public ControllerParts build(ControllerEnvironment environment, Options options) {
        Surroundings.Watched watched = new Surroundings.Watched(
                List.of(OCIRepository.class, HelmChart.class, ExternalArtifact.class),
                SourceNews.REVISION,
                options.shared().watch().configsLabelSelector());
        return ControllerParts.of(KindController.of(environment, HelmRelease.class, own -> {
            Surroundings<HelmRelease, HelmReleaseStatus> surroundings =
                    new Surroundings<>(ReleaseReconciliation.references(), watched, own);
            return new Kind<>(
                    ReleaseReconciliation.of(surroundings, environment.client(), options.acl.noCrossNamespaceRefs()),
                    surroundings.eventSources());
        }));
    }
}
