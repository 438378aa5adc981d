package io.fluxj.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands worth trying next, for the user to copy; what explains them is a comment to the shell. */
final class NextSteps {

    private static final String FILE = "apps/overlays/sandbox/kustomization.yaml";

    private static final String RELEASE = "apps/base/greeter/release.yaml";

    private NextSteps() {}

    /**
     * @param source the repository that is followed
     * @param kubeconfig of the cluster
     * @param webhooks port on which Receivers are called
     */
    static List<String> lines(FleetSource source, Path kubeconfig, int webhooks) {
        var lines = new ArrayList<String>();
        lines.add("# Try, in another terminal:");
        lines.add("export KUBECONFIG=" + ShellText.quoted(kubeconfig.toString()));
        lines.add("kubectl get gitrepositories,kustomizations,helmreleases -A");
        source.workTree()
                .ifPresent(tree -> lines.addAll(source.sample() ? sampleSteps(tree, webhooks) : ownSteps(tree)));
        return lines;
    }

    private static List<String> ownSteps(Path tree) {
        return List.of("# commit something in " + tree);
    }

    private static List<String> sampleSteps(Path tree, int webhooks) {
        return List.of(
                "cd " + ShellText.quoted(tree.toString()),
                "# applied within seconds:",
                "sed -i.bak 's/count: 2/count: 3/' " + FILE,
                "git commit -am 'three storefronts'",
                "# pruned within seconds:",
                "sed -i.bak '/base.orders$/d' " + FILE,
                "git commit -am 'no more orders'",
                "# upgraded by Helm within seconds:",
                "sed -i.bak 's/greeting: hello/greeting: good evening/' " + RELEASE,
                "git commit -am 'another greeting'",
                "# corrected within half a minute:",
                "kubectl -n shop scale deployment storefront --replicas=9",
                "# a webhook that has the source looked at:",
                "curl -fsS -X POST http://127.0.0.1:" + webhooks
                        + "$(kubectl -n flux-system get receiver sandbox -o jsonpath='{.status.webhookPath}')");
    }
}
