package io.fluxj.automation;

import io.fluxj.runtime.options.AclOptions;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.options.SshOptions;
import io.fluxj.runtime.options.WorkloadIdentityGate;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Flags of the image-automation-controller. Source: flags-endpoints §1, §2, §7; flux-2.10 §10. */
@Command(name = ImageAutomationController.NAME, description = "Commits to Git which images policies chose.")
public final class ImageAutomationOptions implements ControllerOptions {
    private static final String FORCE_PUSH = "GitForcePushBranch";
    private static final String PUSH_RETRY = "GitPushRetryOnFailure";
    private static final Map<String, Boolean> GATES = Map.of(
            "CacheSecretsAndConfigMaps",
            false,
            WorkloadIdentityGate.NAME,
            false,
            FORCE_PUSH,
            true,
            "GitShallowClone",
            true,
            "GitAllBranchReferences",
            true,
            "GitSparseCheckout",
            false,
            PUSH_RETRY,
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

    @Mixin
    private SshOptions ssh = new SshOptions();

    @Option(
            names = "--default-service-account",
            defaultValue = "",
            paramLabel = "NAME",
            description =
                    "Service account whose cloud identity is used when a GitRepository names none. Needs the feature gate ObjectLevelWorkloadIdentity.")
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
        return AclOptions.LOCKED_DOWN;
    }

    /** None: Flux's does not spread its intervals. */
    @Override
    public int jitterPercentage() {
        return 0;
    }

    /** {@code --no-cross-namespace-refs}. */
    public boolean noCrossNamespaceRefs() {
        return acl.noCrossNamespaceRefs();
    }

    /** {@code --ssh-*}. */
    public SshOptions ssh() {
        return ssh;
    }

    /** {@code --default-service-account}; empty for the controller's own identity. */
    public String defaultServiceAccount() {
        return defaultServiceAccount;
    }

    /** Gate {@code GitForcePushBranch}: a push branch that is not the checked out one may be replaced. */
    public boolean forcePushBranch() {
        return shared.features().enabled(FORCE_PUSH);
    }

    /** Gate {@code GitPushRetryOnFailure}: a push that failed is tried again upon what is there now. */
    public boolean retryPush() {
        return shared.features().enabled(PUSH_RETRY);
    }
}
