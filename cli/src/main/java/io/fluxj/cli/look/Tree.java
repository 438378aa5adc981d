package io.fluxj.cli.look;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import java.util.List;

/** An object with those that it brought. */
record Tree(ObjectRef object, List<Tree> below) {

    /** Drawn with lines, each object on a line of its own. */
    String drawn() {
        StringBuilder text = new StringBuilder(object + "\n");
        draw(text, "");
        return text.toString();
    }

    private void draw(StringBuilder text, String indent) {
        for (int index = 0; index < below.size(); index++) {
            boolean last = index == below.size() - 1;
            Tree each = below.get(index);
            text.append(indent)
                    .append(last ? "└── " : "├── ")
                    .append(each.object())
                    .append('\n');
            each.draw(text, indent + (last ? "    " : "│   "));
        }
    }

    /** With the keys that flux prints. */
    ObjectNode json() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode resource = tree.putObject("resource");
        resource.put("Namespace", object.namespace());
        resource.put("Name", object.name());
        resource.putObject("GroupKind").put("Group", object.group()).put("Kind", object.kind());
        if (!below.isEmpty()) {
            ArrayNode resources = tree.putArray("resources");
            below.forEach(each -> resources.add(each.json()));
        }
        return tree;
    }
}
