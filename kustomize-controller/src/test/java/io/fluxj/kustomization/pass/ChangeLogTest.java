package io.fluxj.kustomization.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.apply.Action;
import io.fluxj.apply.Change;
import io.fluxj.apply.ChangeSet;
import io.fluxj.apply.ObjectRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeLogTest {
    private static final ChangeSet CHANGES = new ChangeSet(List.of(
            new Change(map("a"), Action.CREATED),
            new Change(map("b"), Action.CREATED),
            new Change(map("c"), Action.UNCHANGED)));

    @Test
    void saysOfEachObjectWhatWasDone() {
        assertThat(ChangeLog.output(CHANGES, false))
                .isEqualTo(Map.of("ConfigMap/ns/a", "created", "ConfigMap/ns/b", "created"));
    }

    @Test
    void groupsTheObjectsByWhatWasDone() {
        assertThat(ChangeLog.output(CHANGES, true))
                .isEqualTo(Map.of("created", List.of("ConfigMap/ns/a", "ConfigMap/ns/b")));
    }

    private static ObjectRef map(String name) {
        return new ObjectRef("", "v1", "ConfigMap", "ns", name);
    }
}
