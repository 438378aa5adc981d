package io.fluxj.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Outcome;
import io.fluxj.runtime.scripted.ScriptedController;
import io.fluxj.runtime.scripted.Scripts;
import io.fluxj.runtime.start.Kind;
import io.fluxj.runtime.start.KindController;
import io.fluxj.runtime.start.KindWatch;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A controller works without a kind that the cluster does not have, and sees its objects once it has it. */
final class ArrivingKindTest {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: guests.arrival.test}
            spec:
              group: arrival.test
              scope: Namespaced
              names: {kind: Guest, plural: guests, singular: guest}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;

    /** The kind that comes late. */
    @Group("arrival.test")
    @Version("v1")
    public static final class Guest extends CustomResource<Void, Void> implements Namespaced {
        private static final long serialVersionUID = 1L;

        /** Without a name yet. */
        public Guest() {}
    }

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @ClusterTest
    void isWatchedOnceItIsServed(KubeCluster cluster) throws Exception {
        KubernetesClient client = cluster.client();
        CustomResourceDefinition definition =
                client.getKubernetesSerialization().unmarshal(DEFINITION, CustomResourceDefinition.class);
        ScriptedController controller = ScriptedController.of(
                environment -> KindController.of(environment, Kustomization.class, this::watchGuests));
        try (RunningController _ = controller.start(cluster)) {
            client.resource(definition).create();
            await("served").atMost(SOON).until(() -> client.supports(Guest.class));
            client.resource(guest(cluster.namespace())).create();

            await("seen").atMost(SOON).untilAsserted(() -> assertThat(seen).containsExactly("late"));
        } finally {
            client.resource(definition).delete();
        }
    }

    private Kind<Kustomization, KustomizationStatus> watchGuests(KindWatch<Kustomization> own) {
        var configuration = InformerEventSourceConfiguration.from(Guest.class, Kustomization.class)
                .withName("guests")
                .withNamespacesInheritedFromController()
                .withSecondaryToPrimaryMapper(guest -> {
                    seen.add(guest.getMetadata().getName());
                    return Set.of();
                })
                .<Kustomization>withPrimaryToSecondaryMapper(_ -> Set.of())
                .build();
        return new Kind<>(
                Scripts.kustomizations(
                        Duration.ofHours(1),
                        pass -> Outcome.ready(CommonReason.SUCCEEDED, "done", Duration.ofHours(1))),
                List.of(new ArrivingKind<>(configuration, own.context())));
    }

    private static Guest guest(String namespace) {
        Guest guest = new Guest();
        guest.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName("late")
                .build());
        return guest;
    }
}
