package io.fluxj.helmrelease.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Objects of a release that the cluster does not have as they were released, in the order of their installation.
 *
 * @param objects at least one
 */
public record Drift(List<Drifted> objects) {

    public Drift {
        objects = List.copyOf(objects);
    }

    /** One of them. */
    public sealed interface Drifted {
        ObjectRef ref();

        /** As events have it. */
        String line();
    }

    /**
     * It is not there.
     *
     * @param manifest as it was released
     */
    public record Removed(ObjectRef ref, ObjectNode manifest) implements Drifted {
        @Override
        public String line() {
            return ref.subject() + " removed";
        }
    }

    /**
     * It differs.
     *
     * @param operations a JSON patch that makes it as it was released
     */
    public record Changed(ObjectRef ref, ArrayNode operations) implements Drifted {
        @Override
        public String line() {
            return "%s changed (%d additions, %d changes, %d removals)"
                    .formatted(ref.subject(), count("add"), count("replace"), count("remove"));
        }

        private long count(String kind) {
            return operations
                    .valueStream()
                    .filter(operation -> operation.path("op").asText().equals(kind))
                    .count();
        }
    }

    /** One line for each of them. */
    public String lines() {
        return objects.stream().map(Drifted::line).collect(Collectors.joining("\n"));
    }
}
