package io.fluxj.helm.action;

import java.util.ArrayList;
import java.util.List;

/** Takes away again what an action created that failed, if it is asked to. */
record Cleanup(ReleaseCluster cluster, ActionOptions options) {

    /** The failure, or a worse one when the cleaning fails, too. */
    ActionException after(ActionException failure, List<ReleaseObject> created, String action) {
        List<String> problems = new ArrayList<>();
        for (ReleaseObject object : options.has(Switch.CLEANUP_ON_FAILURE) ? created : List.<ReleaseObject>of()) {
            try {
                cluster.delete(object.id(), Propagation.BACKGROUND);
            } catch (ClusterException e) {
                if (e.kind() != ClusterException.Kind.NOT_FOUND) {
                    problems.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return problems.isEmpty() ? failure : worse(failure, action, String.join(", ", problems));
    }

    private static ActionException worse(ActionException failure, String action, String problems) {
        String message = "an error occurred while cleaning up resources. original " + action + " error: "
                + failure.getMessage() + ": unable to cleanup resources: " + problems;
        return new ActionException(message, failure.failure(), failure.release().orElse(null), failure);
    }
}
