package io.fluxj.kustomize.resource;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.OpenApiMode;
import io.fluxj.kustomize.schema.SchemaInUse;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes that transformers can leave an object in and that kustomize has no check for. */
class OddObjectsTest {

    private static Resource configMap(String name) {
        Node metadata = Node.mapping();
        Mappings.set(metadata, "name", Node.string(name));
        Node root = Node.mapping();
        Mappings.set(root, "apiVersion", Node.string("v1"));
        Mappings.set(root, "kind", Node.string("ConfigMap"));
        Mappings.set(root, "metadata", metadata);
        return new Resource(root, new SchemaInUse(OpenApiMode.ADDS), Place.in("a.yaml", 1));
    }

    @Test
    void refusesAnnotationsThatAreAListOfAnOddLength() {
        Resource resource = configMap("x");
        Node list = Node.sequence();
        list.content().add(Node.string("a"));
        Mappings.set(requireNonNull(resource.find(List.of("metadata"))), "annotations", list);

        assertThatThrownBy(resource::requireNamed)
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("a.yaml:1: the annotations of the object are a list, not a map");
    }

    @Test
    void refusesTwoObjectsThatCameToHaveTheSameName() {
        ResourceMap resources = new ResourceMap();
        Resource second = configMap("y");
        resources.appendAll(List.of(configMap("x"), second));
        second.setName("x");
        resources.changed(second);

        assertThatThrownBy(resources::requireUnique)
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("the object is defined twice, first in a.yaml:1");
    }
}
