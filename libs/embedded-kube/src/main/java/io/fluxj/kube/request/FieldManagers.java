package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.apply.FieldManager;
import io.fluxj.kube.apply.FieldSet;
import io.fluxj.kube.apply.PathElement;
import io.fluxj.kube.apply.Versions;
import io.fluxj.kube.discovery.Catalog;
import io.fluxj.kube.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Makes the field manager for a request. */
final class FieldManagers {
    private final Catalog catalog;

    FieldManagers(Catalog catalog) {
        this.catalog = catalog;
    }

    FieldManager of(ResourceType type, String subresource) {
        return new FieldManager(type.apiVersion(), subresource, new Served(type), ignored(type, subresource));
    }

    /** What a request of this kind cannot change. */
    private static FieldSet ignored(ResourceType type, String subresource) {
        FieldSet out = new FieldSet();
        if (subresource.equals("status")) {
            out.insert(path("spec"));
            if (type.isCustom()) {
                out.insert(path("metadata"));
            } else {
                out.insert(path("metadata", "labels"));
            }
        } else if (type.hasStatus()) {
            out.insert(path("status"));
        }
        return out;
    }

    private static List<PathElement> path(String... names) {
        return java.util.Arrays.stream(names).map(PathElement::field).toList();
    }

    private final class Served implements Versions {
        private final ResourceType type;

        Served(ResourceType type) {
            this.type = type;
        }

        @Override
        public Optional<Schema> schema(String apiVersion) {
            return at(apiVersion).map(ResourceType::schema);
        }

        @Override
        public JsonNode convert(JsonNode object, String apiVersion) {
            Optional<ResourceType> to = at(apiVersion);
            Optional<ResourceType> from = at(object.path("apiVersion").asText());
            return to.isEmpty() || from.isEmpty() || !(object instanceof ObjectNode node)
                    ? object
                    : Conversion.convert(from.get(), to.get(), node);
        }

        private Optional<ResourceType> at(String apiVersion) {
            return catalog.keptUnder(type.stored()).stream()
                    .filter(t -> t.apiVersion().equals(apiVersion) && t.kind().equals(type.kind()))
                    .findFirst();
        }
    }
}
