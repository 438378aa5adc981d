package io.fluxj.apply.stage;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes fields of a tree in place. A field whose parent is not there is left alone. */
final class TreeEdit {

    private TreeEdit() {}

    static void remove(ObjectNode tree, JsonPointer field) {
        switch (tree.at(field.head())) {
            case ObjectNode parent -> parent.remove(field.last().getMatchingProperty());
            case ArrayNode parent -> {
                if (field.last().mayMatchElement()) {
                    parent.remove(field.last().getMatchingIndex());
                }
            }
            default -> {}
        }
    }

    static void set(ObjectNode tree, JsonPointer field, JsonNode value) {
        switch (tree.at(field.head())) {
            case ObjectNode parent -> parent.set(field.last().getMatchingProperty(), value.deepCopy());
            case ArrayNode parent -> {
                int index = field.last().getMatchingIndex();
                if (index >= 0 && index < parent.size()) {
                    parent.set(index, value.deepCopy());
                }
            }
            default -> {}
        }
    }
}
