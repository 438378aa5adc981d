package io.fluxj.automation.pass;

import io.fluxj.api.image.v1.GitSpec;
import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.image.v1.ImageUpdateAutomationStatus;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.automation.AutomationReason;
import io.fluxj.automation.source.GitSource;
import io.fluxj.automation.source.SourceException;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.reconcile.Stalled;
import io.fluxj.runtime.source.SourceName;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens the repository that an automation works on. Source: behaviour §6.
 *
 * @param parts opens repositories
 * @param known finds GitRepositories
 */
record SourceStep(PassParts parts, Function<SourceName, Optional<GitRepository>> known) {
    private static final String DOING = "failed configuring source manager: ";

    GitSource open(Pass<ImageUpdateAutomation, ImageUpdateAutomationStatus> pass, GitSpec git)
            throws Failure, InterruptedException {
        ImageUpdateAutomation automation = pass.object();
        String namespace = automation.getMetadata().getNamespace();
        SourceName name = PolicyWatch.source(automation);
        if (parts.rules().noCrossNamespaceRefs() && !name.namespace().equals(namespace)) {
            throw Stalled.of(
                    CommonReason.ACCESS_DENIED,
                    "can't access '" + name + "', cross-namespace references have been blocked");
        }
        try {
            GitRepository repository = known.apply(name)
                    .orElseThrow(() -> failed("referenced git repository does not exist:"
                            + " GitRepository.source.toolkit.fluxcd.io \"" + name.name() + "\" not found"));
            return pass.transferring(
                    pass.outdated(), () -> parts.sources().open(repository, git, namespace, pass::conceal));
        } catch (SourceException unusable) {
            throw failed(unusable.message());
        }
    }

    private static Retryable failed(String why) {
        return Retryable.of(AutomationReason.SOURCE_MANAGER_FAILED, DOING + why);
    }
}
