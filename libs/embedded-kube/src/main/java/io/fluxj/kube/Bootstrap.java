package io.fluxj.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.GroupVersion;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.discovery.Catalog;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The objects that every cluster starts with. */
final class Bootstrap {
    private final Catalog catalog;
    private final Objects objects;

    Bootstrap(Catalog catalog, Objects objects) {
        this.catalog = catalog;
        this.objects = objects;
    }

    void run() {
        for (String name : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
            ObjectNode namespace = object("v1", "Namespace", name);
            create(type(namespace), "", namespace);
        }
        shipped().forEach(object -> {
            ResourceType type = type(object);
            create(type, new Meta((ObjectNode) object).namespace(), (ObjectNode) object);
        });
        ObjectNode service = object("v1", "Service", "kubernetes");
        Nodes.child(Nodes.child(service, "metadata"), "labels")
                .put("component", "apiserver")
                .put("provider", "kubernetes");
        ObjectNode spec = service.putObject("spec").put("clusterIP", "10.96.0.1");
        ArrayNode ports = spec.putArray("ports");
        ports.addObject()
                .put("name", "https")
                .put("port", 443)
                .put("targetPort", 6443)
                .put("protocol", "TCP");
        create(type(service), "default", service);
    }

    /** Roles and bindings, classes of priority and flow: what an API server gives every cluster. */
    private static JsonNode shipped() {
        try (InputStream in = Bootstrap.class.getResourceAsStream("bootstrap.json")) {
            if (in == null) {
                throw new IllegalStateException("missing resource bootstrap.json");
            }
            return Nodes.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the objects that every cluster has could not be read", e);
        }
    }

    private ResourceType type(JsonNode object) {
        GroupVersion version = GroupVersion.parse(object.path("apiVersion").asText());
        return catalog.ofKind(version, object.path("kind").asText()).orElseThrow();
    }

    private static ObjectNode object(String apiVersion, String kind, String name) {
        ObjectNode out = Nodes.object().put("apiVersion", apiVersion).put("kind", kind);
        out.putObject("metadata").put("name", name);
        return out;
    }

    private void create(ResourceType type, String namespace, ObjectNode object) {
        Key key = new Key(namespace, new Meta(object).name());
        if (!objects.exists(type, key)) {
            objects.create(Target.internal(type, new Key(namespace, ""), "", "kube-apiserver"), object);
        }
    }
}
