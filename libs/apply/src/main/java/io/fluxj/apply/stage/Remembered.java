package io.fluxj.apply.stage;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.memory.Applied;
import io.fluxj.apply.memory.AppliedMemory;
import java.util.Map;

/** What the memory holds of one set. */
record Remembered(AppliedMemory memory, String set) {
    Map<ObjectRef, Applied> recall() {
        return memory.recall(set);
    }

    void remember(Map<ObjectRef, Applied> objects) {
        memory.remember(set, objects);
    }

    boolean expired(Applied applied) {
        return memory.expired(applied);
    }
}
