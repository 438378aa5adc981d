package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario does to the objects of its namespace.
 *
 * @param client an administrator's
 * @param namespace that objects without one go to
 */
public record GoldenCluster(KubernetesClient client, KnownKinds kinds, String namespace) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GONE_WITHIN_SECONDS = 120;

    void createNamespace() {
        client.resource(namespace(namespace)).create();
    }

    private static Namespace namespace(String name) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    /** Server-side apply, by force. */
    public void apply(JsonNode object, String manager) {
        ObjectNode filled = object.deepCopy();
        GenericKubernetesResource resource = JSON.convertValue(filled, GenericKubernetesResource.class);
        boolean namespaced = kinds.find(resource.getKind())
                .map(ResourceDefinitionContext::isNamespaceScoped)
                .orElse(true);
        if (resource.getMetadata().getNamespace() == null && namespaced) {
            resource.getMetadata().setNamespace(namespace);
        }
        createFurther(resource.getMetadata().getNamespace());
        client.resource(resource)
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldManager(manager)
                        .withForce(true)
                        .build());
    }

    /** Namespaces beside the scenario's own, which begin with its name, were there when it was recorded. */
    private void createFurther(@Nullable String other) {
        if (other != null
                && other.startsWith(namespace + "-")
                && client.namespaces().withName(other).get() == null) {
            client.resource(namespace(other)).create();
        }
    }

    void patch(Action.Patch patch) {
        PatchType type =
                switch (patch.form()) {
                    case MERGE -> PatchType.JSON_MERGE;
                    case JSON -> PatchType.JSON;
                };
        PatchContext context = new PatchContext.Builder()
                .withPatchType(type)
                .withFieldManager(patch.manager())
                .build();
        resource(patch.reference()).patch(context, patch.body());
    }

    void trigger(Action.Trigger trigger) {
        String patch = "{\"metadata\":{\"annotations\":{\"reconcile.fluxcd.io/requestedAt\":\"%s\"}}}"
                .formatted(trigger.token());
        resource(trigger.reference()).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    /** As kubectl does, whose name the object then shows. */
    void scale(Action.Scale scale) {
        PatchContext context = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("kubectl")
                .build();
        String patch = "{\"spec\":{\"replicas\":%d}}".formatted(scale.replicas());
        resource(scale.reference()).subresource("scale").patch(context, patch);
    }

    /**
     * Does what a command of kubectl does, as far as recordings have such commands.
     *
     * @throws IllegalArgumentException when it is none of those that are known
     */
    public void kubectl(String command) {
        for (Action action : Kubectl.actions(command)) {
            switch (action) {
                case Action.Patch patch -> patch(patch);
                case Action.Delete delete -> delete(delete);
                case Action.Scale scale -> scale(scale);
                case Action.Apply _, Action.Script _, Action.Trigger _, Action.Special _ ->
                    throw new IllegalArgumentException("no recording so far did: " + command);
            }
        }
    }

    void delete(Action.Delete delete) {
        Resource<GenericKubernetesResource> resource = resource(delete.reference());
        resource.delete();
        if (delete.untilGone()) {
            resource.waitUntilCondition(Objects::isNull, GONE_WITHIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The object as the API shows it now. */
    public Optional<GenericKubernetesResource> read(String reference) {
        return Optional.ofNullable(resource(reference).get());
    }

    private Resource<GenericKubernetesResource> resource(String reference) {
        ResourceDefinitionContext kind = kinds.get(References.kind(reference));
        String name = References.name(reference);
        var all = client.genericKubernetesResources(kind);
        return kind.isNamespaceScoped()
                ? all.inNamespace(References.namespace(reference, namespace)).withName(name)
                : all.withName(name);
    }
}
