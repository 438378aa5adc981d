package io.fluxj.cli.look;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fluxj.cli.frame.Session;
import java.util.List;

/** The Pods of Flux's Deployments, found by the label that its installation has. */
record ControllerPods(Session session) {

    /** All of them, replica by replica. */
    List<Pod> in(String namespace) {
        return session
                .client()
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/part-of", "flux")
                .list()
                .getItems()
                .stream()
                .flatMap(deployment -> pods(namespace, deployment).stream())
                .toList();
    }

    private List<Pod> pods(String namespace, Deployment deployment) {
        return session.client()
                .pods()
                .inNamespace(namespace)
                .withLabels(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .list()
                .getItems();
    }
}
