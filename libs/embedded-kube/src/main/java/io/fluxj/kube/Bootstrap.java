package io.fluxj.kube;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.access.Rbac;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.discovery.Catalog;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.json.YamlText;
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
            create("", "namespaces", "", namespace);
        }
        try (InputStream in = Bootstrap.class.getResourceAsStream("bootstrap-roles.yaml")) {
            if (in != null) {
                YamlText.parse(in.readAllBytes()).forEach(o -> role((ObjectNode) o));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the roles that every cluster has could not be read", e);
        }
        ObjectNode service = object("v1", "Service", "kubernetes");
        ObjectNode spec = service.putObject("spec").put("clusterIP", "10.96.0.1");
        ArrayNode ports = spec.putArray("ports");
        ports.addObject()
                .put("name", "https")
                .put("port", 443)
                .put("targetPort", 6443)
                .put("protocol", "TCP");
        create("", "services", "default", service);
    }

    private void role(ObjectNode role) {
        boolean binding = role.path("kind").asText().equals("ClusterRoleBinding");
        role.put("apiVersion", Rbac.GROUP + "/v1");
        Nodes.child(Nodes.child(role, "metadata"), "labels").put("kubernetes.io/bootstrapping", "rbac-defaults");
        Nodes.child(Nodes.child(role, "metadata"), "annotations")
                .put("rbac.authorization.kubernetes.io/autoupdate", "true");
        create(Rbac.GROUP, binding ? "clusterrolebindings" : "clusterroles", "", role);
    }

    private static ObjectNode object(String apiVersion, String kind, String name) {
        ObjectNode out = Nodes.object().put("apiVersion", apiVersion).put("kind", kind);
        out.putObject("metadata").put("name", name);
        return out;
    }

    private void create(String group, String plural, String namespace, ObjectNode object) {
        ResourceType type = catalog.find(group, "v1", plural).orElseThrow();
        Key key = new Key(namespace, new Meta(object).name());
        if (!objects.exists(type, key)) {
            objects.create(Target.internal(type, new Key(namespace, ""), "", "kube-apiserver"), object);
        }
    }
}
