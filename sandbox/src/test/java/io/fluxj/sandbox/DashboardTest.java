package io.fluxj.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.sandbox.ObjectRow.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is on a screen of any size. */
final class DashboardTest {

    private static final String REVISION = "main@sha1:a52290152813fdb2df46f16067e5f2f405b3a427";
    private static final ObjectRow FAILING = new ObjectRow(
            "Kustomization",
            "flux-system",
            "infrastructure",
            State.FAILING,
            REVISION,
            "kustomize build failed: apps/base/orders/deployment.yaml:7: the value of 'replicas' is no number\nsecond line");

    @Test
    void tellsTheWholeMessageOfWhatFailsBelowATableThatHasNoRoomForIt() {
        assertThat(Dashboard.lines(List.of(), List.of(FAILING), List.of(), new TerminalSize(80, 24)))
                .containsExactly(
                        "KIND           NAMESPACE    NAME            READY  REVISION",
                        "Kustomization  flux-system  infrastructure  False  main@sha1:a5229015",
                        "✗ Kustomization/flux-system/infrastructure: kustomize build failed:",
                        "  apps/base/orders/deployment.yaml:7: the value of 'replicas' is no number",
                        "  second line");
    }

    @Test
    void showsWhatIsNotReadyFirstAndCountsTheRestWhenThereAreMoreObjectsThanRows() {
        var rows = new ArrayList<>(
                IntStream.range(0, 40).mapToObj(DashboardTest::ready).toList());
        rows.add(FAILING);

        var lines = Dashboard.lines(List.of("# a note"), rows, List.of(), new TerminalSize(80, 12));

        assertThat(lines).hasSize(11).doesNotContain("# a note");
        assertThat(lines.get(1)).contains("infrastructure");
        assertThat(lines.get(2)).contains("app-0 ");
        assertThat(lines.get(7)).isEqualTo("… and 35 more, all Ready");
        assertThat(lines.getLast()).isEqualTo("  second line");
    }

    @Test
    void neverTakesMoreThanTheScreenHas() {
        var rows = new ArrayList<>(
                IntStream.range(0, 9).mapToObj(DashboardTest::ready).toList());
        rows.addAll(List.of(FAILING, FAILING, FAILING));
        for (int height = 2; height < 40; height++) {
            for (int width : List.of(10, 40, 79, 80, 200)) {
                var size = new TerminalSize(width, height);
                assertThat(Dashboard.lines(List.of("# a note"), rows, List.of("✉ a message"), size))
                        .hasSizeLessThan(height)
                        .allMatch(line -> line.length() <= width, "at most " + width + " characters");
            }
        }
    }

    private static ObjectRow ready(int number) {
        return new ObjectRow("Kustomization", "flux-system", "app-" + number, State.READY, REVISION, "Applied");
    }
}
