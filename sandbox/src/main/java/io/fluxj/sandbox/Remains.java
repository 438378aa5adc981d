package io.fluxj.sandbox;

import java.nio.file.Path;
import java.util.List;

/** What is still there when the sandbox has ended. */
final class Remains {

    private Remains() {}

    /** {@return the lines to say at the end} */
    static List<String> lines(SandboxOptions options, SandboxCluster cluster) {
        if (options.kubeconfig().isPresent()) {
            return List.of(
                    "Stays in the cluster of " + cluster.kubeconfig()
                            + ": the CRDs of Flux, the namespace flux-system, in it the"
                            + " GitRepository and Kustomization flux-system (for the sample also the Provider sandbox and the Secret webhook-token), and everything"
                            + " that came from the repository.",
                    "To remove what came from the repository, delete them while a sandbox runs: "
                            + removal(cluster.kubeconfig()));
        }
        return options.once
                ? List.of()
                : List.of("Stays in " + options.home()
                        + ": the cluster as it is. ./fluxj sandbox goes on with it; to begin anew,"
                        + " remove that folder.");
    }

    /** {@return the command that takes the sandbox's objects, and with them what they made, out of a cluster} */
    static String removal(Path kubeconfig) {
        return "kubectl --kubeconfig " + ShellText.quoted(kubeconfig.toString())
                + " -n flux-system delete --ignore-not-found kustomization/flux-system gitrepository/flux-system"
                + " providers.notification.toolkit.fluxcd.io/sandbox secret/webhook-token";
    }
}
