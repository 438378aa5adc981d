package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Schema;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays an applied object over a live one; the applied values win, the rest of the live object stays. */
final class Merge {
    private Merge() {}

    static JsonNode of(Schema schema, @Nullable JsonNode live, @Nullable JsonNode applied) {
        if (applied == null) {
            return live == null ? Nodes.FACTORY.nullNode() : live;
        }
        if (live == null || live.isNull() || applied.isNull()) {
            return applied;
        }
        return switch (Shape.of(schema, applied)) {
            case LEAF -> applied;
            case MAP -> live.isObject() ? members(schema, live, applied) : applied;
            case LIST -> live.isArray() ? elements(schema, live, applied) : applied;
        };
    }

    private static JsonNode members(Schema schema, JsonNode live, JsonNode applied) {
        ObjectNode out = Nodes.object();
        for (Map.Entry<String, JsonNode> member : live.properties()) {
            String name = member.getKey();
            out.set(name, of(Shape.member(schema, name), member.getValue(), applied.get(name)));
        }
        for (Map.Entry<String, JsonNode> member : applied.properties()) {
            if (!live.has(member.getKey())) {
                out.set(member.getKey(), member.getValue());
            }
        }
        return out;
    }

    /** Two pointers over both lists; the order of what both have is the applied one. */
    private static JsonNode elements(Schema schema, JsonNode live, JsonNode applied) {
        List<ListElements.Element> left = ListElements.of(schema, live);
        List<ListElements.Element> right = ListElements.of(schema, applied);
        Map<PathElement, JsonNode> leftValues = ListElements.byName(schema, live);
        Map<PathElement, JsonNode> rightValues = ListElements.byName(schema, applied);
        Queue<PathElement> shared = new ArrayDeque<>();
        right.stream()
                .map(ListElements.Element::name)
                .filter(leftValues::containsKey)
                .forEach(shared::add);
        Set<PathElement> done = new HashSet<>();
        ArrayNode out = Nodes.array();
        int l = 0;
        int r = 0;
        while (l < left.size() || r < right.size()) {
            PathElement mine = l < left.size() ? left.get(l).name() : null;
            PathElement theirs = r < right.size() ? right.get(r).name() : null;
            if (mine != null && !rightValues.containsKey(mine)) {
                out.add(left.get(l++).value());
                continue;
            }
            boolean same = mine != null && mine.equals(theirs);
            if (mine != null && theirs != null && !same && shared.peek() != null && !mine.equals(shared.peek())) {
                l++;
                continue;
            }
            if (mine != null && (same || done.contains(mine))) {
                l++;
            }
            if (theirs != null) {
                r++;
                done.add(theirs);
                out.add(of(schema.items(), leftValues.get(theirs), rightValues.get(theirs)));
                if (theirs.equals(shared.peek())) {
                    shared.remove();
                }
            }
        }
        return out;
    }
}
