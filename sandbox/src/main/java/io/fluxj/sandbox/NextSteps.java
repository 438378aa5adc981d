package io.fluxj.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands worth trying next, for the user to copy; what explains them is a comment to the shell. */
final class NextSteps {

    private static final String FILE = "apps/overlays/sandbox/kustomization.yaml";

    private NextSteps() {}

    /**
     * @param source the repository that is followed
     * @param kubeconfig of the cluster
     */
    static List<String> lines(FleetSource source, Path kubeconfig) {
        var lines = new ArrayList<String>();
        lines.add("# Try, in another terminal:");
        lines.add("export KUBECONFIG=" + ShellText.quoted(kubeconfig.toString()));
        lines.add("kubectl get gitrepositories,kustomizations -A");
        source.workTree().ifPresent(tree -> lines.addAll(source.sample() ? sampleSteps(tree) : ownSteps(tree)));
        return lines;
    }

    private static List<String> ownSteps(Path tree) {
        return List.of("# commit something in " + tree);
    }

    private static List<String> sampleSteps(Path tree) {
        return List.of(
                "cd " + ShellText.quoted(tree.toString()),
                "# applied within seconds:",
                "sed -i.bak 's/count: 2/count: 3/' " + FILE,
                "git commit -am 'three storefronts'",
                "# pruned within seconds:",
                "sed -i.bak '/base.orders$/d' " + FILE,
                "git commit -am 'no more orders'",
                "# corrected within half a minute:",
                "kubectl -n shop scale deployment storefront --replicas=9");
    }
}
