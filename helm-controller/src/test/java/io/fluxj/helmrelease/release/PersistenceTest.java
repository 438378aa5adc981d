package io.fluxj.helmrelease.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.apply.CancelSignal;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.ApiException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which failures make a request be sent again. */
class PersistenceTest {
    private final ApiException broken = new ApiException(500, "InternalError", "webhook failed", null);
    private final ApiException there = new ApiException(409, "AlreadyExists", "it is there", null);
    private final ApiException changed = new ApiException(409, "Conflict", "it was changed", null);

    private final Persistence persistence = new Persistence(Waits.plain());
    private final Deque<ApiException> failures = new ArrayDeque<>();
    private int sent;

    private String request() {
        sent++;
        if (!failures.isEmpty()) {
            throw failures.remove();
        }
        return "done";
    }

    @Test
    void aFaultOfTheServerIsNoAnswer() {
        failures.addAll(List.of(broken, broken));
        assertThat(persistence.of(this::request)).isEqualTo("done");
        assertThat(sent).isEqualTo(3);
    }

    @Test
    void aFaultThatStaysIsTold() {
        failures.addAll(List.of(broken, broken, broken, broken));
        assertThatThrownBy(() -> persistence.of(this::request)).isSameAs(broken);
        assertThat(sent).isEqualTo(4);
    }

    @Test
    void aMalformedObjectIsRefusedOnce() {
        failures.add(
                new ApiException(500, "", "failed to create typed patch object (v1): .x: field not declared", null));
        assertThatThrownBy(() -> persistence.of(this::request)).isInstanceOf(ApiException.class);
        assertThat(sent).isEqualTo(1);
    }

    @Test
    void aConflictCountsOnlyForWhoeverReadTheObjectFirst() {
        failures.add(changed);
        assertThatThrownBy(() -> persistence.of(this::request)).isSameAs(changed);
        failures.add(changed);
        assertThat(persistence.despiteConflicts(this::request)).isEqualTo("done");
    }

    @Test
    void whatIsThereAfterAFaultWasCreatedByTheTryThatFailed() {
        failures.addAll(List.of(broken, there));
        assertThat(persistence.creating(this::request)).isFalse();
        failures.add(there);
        assertThatThrownBy(() -> persistence.creating(this::request)).isSameAs(there);
    }

    @Test
    void nobodyInsistsOnWhatIsNotWantedAnyMore() {
        CancelSignal cancel = new CancelSignal();
        cancel.fire("a newer spec");
        failures.addAll(List.of(broken, broken));
        assertThatThrownBy(() -> new Persistence(Waits.until(cancel)).of(this::request))
                .isSameAs(broken);
        assertThat(sent).isEqualTo(1);
    }
}
