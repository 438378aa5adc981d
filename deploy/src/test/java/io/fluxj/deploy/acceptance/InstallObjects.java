package io.fluxj.deploy.acceptance;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Stream;

/**
 * The objects of an installation.
 *
 * @param applied in the order of the rendering
 * @param hooks what a chart does besides
 */
record InstallObjects(List<GenericKubernetesResource> applied, List<GenericKubernetesResource> hooks) {
    static final String NAMESPACE = "flux-system";

    InstallObjects {
        applied = List.copyOf(applied);
        hooks = List.copyOf(hooks);
    }

    List<GenericKubernetesResource> definitions() {
        return applied.stream()
                .filter(object -> object.getKind().equals("CustomResourceDefinition"))
                .toList();
    }

    List<GenericKubernetesResource> others() {
        return applied.stream()
                .filter(object -> !object.getKind().equals("CustomResourceDefinition"))
                .toList();
    }

    List<Deployment> deployments() {
        return ofKind(applied, "Deployment", Deployment.class).toList();
    }

    Service service(String name) {
        return ofKind(applied, "Service", Service.class)
                .filter(service -> service.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the installation has no Service " + name));
    }

    /** A Pod of each template there is, of hooks too. */
    List<Pod> pods() {
        Stream<Pod> ofDeployments = deployments().stream()
                .map(deployment -> pod(
                        deployment.getMetadata().getName(), deployment.getSpec().getTemplate()));
        Stream<Pod> ofJobs = ofKind(hooks, "Job", Job.class)
                .map(job -> pod(job.getMetadata().getName(), job.getSpec().getTemplate()));
        Stream<Pod> bare = ofKind(hooks, "Pod", Pod.class);
        return Stream.of(ofDeployments, ofJobs, bare).flatMap(pods -> pods).toList();
    }

    private static Pod pod(String name, PodTemplateSpec template) {
        return new PodBuilder()
                .withMetadata(template.getMetadata())
                .editMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withSpec(template.getSpec())
                .build();
    }

    private static <T extends HasMetadata> Stream<T> ofKind(
            List<GenericKubernetesResource> objects, String kind, Class<T> type) {
        return objects.stream()
                .filter(object -> object.getKind().equals(kind))
                .map(object -> Serialization.unmarshal(Serialization.asJson(object), type));
    }
}
