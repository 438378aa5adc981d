package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.sandbox.ObjectRow.State;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {

    @Test
    void isReadyWhenEveryObjectIsReadyOrSuspended() {
        assertThat(Summary.of(List.of(row("a", State.READY, ""), row("b", State.SUSPENDED, "")), 2))
                .isEqualTo(new Summary.Ready());
    }

    @Test
    void isPendingWhileTheFirstObjectsHaveNotAppeared() {
        assertThat(Summary.of(List.of(row("a", State.READY, "")), 2))
                .isEqualTo(new Summary.Pending("the objects have not appeared yet"));
    }

    @Test
    void namesTheObjectsThatAreAwaitedWithTheirMessages() {
        var rows = List.of(
                row("a", State.READY, ""), row("b", State.FAILING, "path not found"), row("c", State.PENDING, ""));

        assertThat(Summary.of(rows, 2))
                .isEqualTo(new Summary.Pending(
                        "Kustomization/flux-system/b: path not found\nKustomization/flux-system/c: no status yet"));
    }

    @Test
    void isStalledAsSoonAsOneObjectIs() {
        var rows = List.of(row("a", State.PENDING, "wait"), row("b", State.STALLED, "spec.decryption is refused"));

        assertThat(Summary.of(rows, 2))
                .isEqualTo(new Summary.Stalled("Kustomization/flux-system/b: spec.decryption is refused"));
    }

    private static ObjectRow row(String name, State state, String message) {
        return new ObjectRow("Kustomization", "flux-system", name, state, "", message);
    }
}
