package io.fluxj.cli.object;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.kind.Nearest;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of Flux's kinds in the cluster. */
public record Objects(Session session) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PAGE = 500;

    /** Which objects are asked for; {@code labels} is a selector as {@code kubectl -l} takes it, empty for all. */
    public record Selection(Namespaces namespaces, String labels) {
        /** All in one namespace. */
        public static Selection of(String namespace) {
            return new Selection(new Namespaces.One(namespace), "");
        }
    }

    /**
     * The objects of a kind, by namespace and name.
     *
     * @throws CommandFailure when the cluster does not have the kind
     */
    public List<FluxObject> list(FluxKind kind, Selection selection) {
        return listIfServed(kind, selection)
                .orElseThrow(
                        () -> new CommandFailure("the cluster has no kind %s (%s): is Flux installed? See 'fluxj check'"
                                .formatted(kind.kind(), kind.apiVersion())));
    }

    /** The objects of a kind, or empty when the cluster does not have the kind. */
    public Optional<List<FluxObject>> listIfServed(FluxKind kind, Selection selection) {
        try {
            return Optional.of(list(definition(kind), selection));
        } catch (KubernetesClientException failure) {
            if (failure.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** The objects of any kind, by namespace and name. */
    public List<FluxObject> list(ResourceDefinitionContext definition, Selection selection) {
        List<FluxObject> found = new ArrayList<>();
        @Nullable String next = null;
        do {
            GenericKubernetesResourceList page = within(definition, selection.namespaces())
                    .list(new ListOptionsBuilder()
                            .withLabelSelector(selection.labels().isEmpty() ? null : selection.labels())
                            .withLimit(PAGE)
                            .withContinue(next)
                            .build());
            page.getItems().forEach(item -> found.add(of(item)));
            next = page.getMetadata() == null ? null : page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
        return found;
    }

    /** The operations of a kind on the objects selected by namespace. */
    public AnyNamespaceOperation<
                    GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            within(ResourceDefinitionContext definition, Namespaces namespaces) {
        MixedOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
                all = session.client().genericKubernetesResources(definition);
        return switch (namespaces) {
            case Namespaces.One one -> all.inNamespace(one.name());
            case Namespaces.Every every -> all.inAnyNamespace();
        };
    }

    /** The object of this name, if it is there. */
    public Optional<FluxObject> find(FluxKind kind, String namespace, String name) {
        return Optional.ofNullable(resource(kind, namespace, name).get()).map(Objects::of);
    }

    /** The object of this name, of any kind, if it is there; the namespace counts where the kind has namespaces. */
    public Optional<FluxObject> find(ResourceDefinitionContext definition, Namespaces.One namespace, String name) {
        var all = session.client().genericKubernetesResources(definition);
        Resource<GenericKubernetesResource> one = definition.isNamespaceScoped()
                ? all.inNamespace(namespace.name()).withName(name)
                : all.withName(name);
        return Optional.ofNullable(one.get()).map(Objects::of);
    }

    /**
     * The object of this name.
     *
     * @throws CommandFailure when there is none; it names the nearest of those that are there
     */
    public FluxObject get(FluxKind kind, String namespace, String name) {
        return find(kind, namespace, name).orElseThrow(() -> notFound(kind, namespace, name));
    }

    /** What is said when there is no such object. */
    public CommandFailure notFound(FluxKind kind, String namespace, String name) {
        return new CommandFailure("%s object '%s' not found in \"%s\" namespace%s"
                .formatted(kind.kind(), name, namespace, near(kind, namespace, name)));
    }

    private String near(FluxKind kind, String namespace, String name) {
        try {
            return Nearest.hint(
                    name,
                    list(kind, Selection.of(namespace)).stream()
                            .map(FluxObject::name)
                            .toList());
        } catch (KubernetesClientException unknown) {
            return "";
        }
    }

    /** Changes an object by a JSON merge patch and answers the new one. */
    public FluxObject merge(FluxKind kind, String namespace, String name, String patch) {
        return of(resource(kind, namespace, name)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.JSON_MERGE)
                                .withFieldManager("flux")
                                .build(),
                        patch));
    }

    /** The client's operations on one object. */
    public Resource<GenericKubernetesResource> resource(FluxKind kind, String namespace, String name) {
        return session.client()
                .genericKubernetesResources(definition(kind))
                .inNamespace(namespace)
                .withName(name);
    }

    /** How the client finds the objects of a kind. */
    public static ResourceDefinitionContext definition(FluxKind kind) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(kind.api().group())
                .withVersion(kind.api().version())
                .withKind(kind.kind())
                .withPlural(kind.plural())
                .withNamespaced(true)
                .build();
    }

    /** What the client read, as JSON. */
    public static FluxObject of(GenericKubernetesResource resource) {
        return new FluxObject(MAPPER.convertValue(resource, ObjectNode.class));
    }
}
