package io.fluxj.kustomize.filter.nameref;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.kustomize.OpenApiMode;
import io.fluxj.kustomize.resource.Place;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.schema.SchemaInUse;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Tags;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Subjects of a role binding that are no maps; kustomize has no check for them. */
class OddSubjectsTest {

    private static Resource bindingOf(Node subject) {
        Node subjects = Node.sequence();
        subjects.content().add(subject);
        Node root = Node.mapping();
        Mappings.set(root, "kind", Node.string("RoleBinding"));
        Mappings.set(root, "subjects", subjects);
        return new Resource(root, new SchemaInUse(OpenApiMode.ADDS), Place.UNKNOWN);
    }

    private static void refused(Node subject, String why) {
        Resource binding = bindingOf(subject);
        assertThatThrownBy(() -> new Referrer(binding, new Candidates(List.of())))
                .isInstanceOf(YamlException.class)
                .hasMessage(why);
    }

    @Test
    void refusesText() {
        refused(Node.string("web"), "expected a map but found a scalar");
    }

    @Test
    void refusesNull() {
        refused(Node.scalar("", Tags.NULL), "a subject is null");
    }
}
