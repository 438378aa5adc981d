package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that an object sets, as an applier owns them. */
final class OwnedFields {
    private final FieldSet out = new FieldSet();
    private final Deque<PathElement> path = new ArrayDeque<>();

    private OwnedFields() {}

    static FieldSet of(Schema schema, JsonNode value) {
        OwnedFields walk = new OwnedFields();
        walk.visit(schema, value);
        return walk.out;
    }

    private void visit(Schema schema, JsonNode value) {
        switch (Shape.of(schema, value)) {
            case LEAF -> insert();
            case MAP -> members(schema, value);
            case LIST -> elements(schema, value);
        }
    }

    private void members(Schema schema, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            path.addLast(PathElement.field(name));
            visit(Shape.member(schema, name), member.getValue());
            boolean emptyMap = member.getValue().isObject() && member.getValue().isEmpty();
            if (member.getValue().isNull() || emptyMap || !Shape.declared(schema, name)) {
                insert();
            }
            path.removeLast();
        }
    }

    private void elements(Schema schema, JsonNode value) {
        List<ListElements.Element> elements = ListElements.of(schema, value);
        Set<PathElement> repeated = repeated(elements);
        for (ListElements.Element element : elements) {
            path.addLast(element.name());
            if (!repeated.contains(element.name())) {
                visit(schema.items(), element.value());
            }
            insert();
            path.removeLast();
        }
    }

    private static Set<PathElement> repeated(List<ListElements.Element> elements) {
        Set<PathElement> seen = new HashSet<>();
        Set<PathElement> out = new HashSet<>();
        elements.stream()
                .map(ListElements.Element::name)
                .filter(n -> !seen.add(n))
                .forEach(out::add);
        return out;
    }

    private void insert() {
        out.insert(new ArrayList<>(path));
    }
}
