package io.fluxj.deploy.acceptance;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Applies objects as {@code kubectl apply --server-side --validate=strict}: a field that the API does not know is an error. */
record Application(KubernetesClient client) {
    private static final PatchContext STRICT = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager("kubectl")
            .withForce(true)
            .withFieldValidation("Strict")
            .build();

    /** Applies the definitions, waits until they are served, and applies the rest. */
    void apply(InstallObjects install) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(InstallObjects.NAMESPACE)
                        .endMetadata()
                        .build())
                .patch(STRICT);
        install.definitions().forEach(this::apply);
        Awaitility.await("definitions are served")
                .atMost(Duration.ofMinutes(1))
                .until(() -> install.definitions().stream().allMatch(this::isServed));
        install.others().forEach(this::apply);
    }

    /** Applies one. */
    void apply(GenericKubernetesResource object) {
        client.resource(object).patch(STRICT);
    }

    private boolean isServed(GenericKubernetesResource object) {
        CustomResourceDefinition definition = client.resources(CustomResourceDefinition.class)
                .withName(object.getMetadata().getName())
                .get();
        return definition.getStatus() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Established")
                                && condition.getStatus().equals("True"));
    }
}
