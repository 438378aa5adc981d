package io.fluxj.apply.stage;

import io.fluxj.apply.ObjectRef;
import java.util.List;

/** What an apply would do about one object. */
public sealed interface Planned {
    /** The object. */
    ObjectRef ref();

    /** It does not exist. */
    record Create(ObjectRef ref) implements Planned {}

    /**
     * It differs.
     *
     * @param fields what of it; empty when only fields of other managers are taken over
     */
    record Change(ObjectRef ref, List<FieldChange> fields) implements Planned {
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /** It differs in a field that cannot be changed, and may be deleted and created anew. */
    record Replace(ObjectRef ref) implements Planned {}

    /**
     * The server would refuse it.
     *
     * @param why which object, and what the server says
     */
    record Refused(ObjectRef ref, String why) implements Planned {}

    /** Nothing, as it is as the manifest has it. */
    record Unchanged(ObjectRef ref) implements Planned {}

    /** Nothing, as it asks to be left alone. */
    record Skipped(ObjectRef ref) implements Planned {}
}
