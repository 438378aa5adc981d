package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.sandbox.ObjectRow.State;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StatusTableTest {

    private static final ObjectRow APPS = new ObjectRow(
            "Kustomization",
            "flux-system",
            "apps",
            State.READY,
            "main@sha1:a52290152813fdb2df46f16067e5f2f405b3a427",
            "Applied revision: main\nsecond line");

    @Test
    void makesColumnsAsWideAsTheirLongestCell() {
        assertThat(StatusTable.lines(List.of(APPS), 200))
                .containsExactly(
                        "KIND           NAMESPACE    NAME  READY  REVISION            MESSAGE",
                        "Kustomization  flux-system  apps  True   main@sha1:a5229015  Applied revision: main");
    }

    @Test
    void cutsLinesAtTheWidthOfTheScreen() {
        assertThat(StatusTable.lines(List.of(APPS), 20)).allMatch(line -> line.length() == 20 && line.endsWith("…"));
    }

    @Test
    void leavesTheMessageOutWhereItHasNoRoom() {
        assertThat(StatusTable.lines(List.of(APPS), 70))
                .containsExactly(
                        "KIND           NAMESPACE    NAME  READY  REVISION",
                        "Kustomization  flux-system  apps  True   main@sha1:a5229015");
    }
}
