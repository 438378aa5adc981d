package io.fluxj.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands worth trying next, for the user to copy. */
final class NextSteps {

    private NextSteps() {}

    /**
     * @param source the repository that is followed
     * @param kubeconfig of the cluster
     * @param sample whether the repository is the one the sandbox brought along
     */
    static List<String> lines(FleetSource source, Path kubeconfig, boolean sample) {
        var lines = new ArrayList<String>();
        lines.add("Try, in another terminal:");
        lines.add("  export KUBECONFIG=" + kubeconfig);
        lines.add("  kubectl get gitrepositories,kustomizations -A");
        if (sample) {
            source.workTree().ifPresent(tree -> lines.addAll(sampleSteps(tree)));
        } else {
            source.workTree().ifPresent(tree -> lines.add("  (commit something in " + tree + ")"));
        }
        return lines;
    }

    private static List<String> sampleSteps(Path tree) {
        return List.of(
                "  cd " + tree,
                "  sed -i 's/count: 2/count: 3/' apps/overlays/sandbox/kustomization.yaml && git commit -am 'three storefronts'   # applied",
                "  sed -i '/orders$/d' apps/overlays/sandbox/kustomization.yaml && git commit -am 'no more orders'                # pruned",
                "  kubectl -n shop scale deployment storefront --replicas=9                                                       # corrected within a minute");
    }
}
