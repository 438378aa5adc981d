package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.stage.Takeover.Manager;
import io.fluxj.apply.stage.Takeover.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a manager wrote by updates before it began to apply. */
public final class OwnFields {
    private OwnFields() {}

    /**
     * The JSON patch that makes a manager's updates part of what it applies, so that fields which it drops go away; empty when there are none. It holds for
     * the object only as it was read.
     */
    public static Optional<ArrayNode> applied(ObjectNode live, String fieldManager) {
        Takeover takeover =
                new Takeover(List.of(new Manager(fieldManager, Operation.UPDATE)), Set.of(), Set.of(), false);
        return Cleanup.of(live, takeover, fieldManager);
    }

    /**
     * The JSON patch that makes all fields of others a part of what a manager applies; empty when they have none. It holds for the object only as it was read.
     *
     * @param others beginnings of the names of field managers
     */
    public static Optional<ArrayNode> takenOver(ObjectNode live, List<String> others, String fieldManager) {
        List<Manager> managers = others.stream()
                .flatMap(name -> Stream.of(new Manager(name, Operation.APPLY), new Manager(name, Operation.UPDATE)))
                .toList();
        return Cleanup.of(live, new Takeover(managers, Set.of(), Set.of(), false), fieldManager);
    }
}
