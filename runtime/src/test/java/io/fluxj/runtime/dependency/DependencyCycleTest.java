package io.fluxj.runtime.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DependencyCycleTest {

    @Test
    void findsAnObjectThatDependsOnItself() {
        assertThat(wayFrom("a", Map.of("a", List.of("a")))).containsExactly("a", "a");
    }

    @Test
    void findsTheShortestWayRound() {
        Map<String, List<String>> graph =
                Map.of("a", List.of("b", "c"), "b", List.of("d"), "d", List.of("c"), "c", List.of("a"));

        assertThat(wayFrom("a", graph)).containsExactly("a", "c", "a");
    }

    @Test
    void findsNoneWhereSeveralDependOnTheSame() {
        Map<String, List<String>> graph = Map.of("a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d"));

        assertThat(wayFrom("a", graph)).isEmpty();
    }

    @Test
    void doesNotBlameAnObjectThatOnlyLeadsToACycle() {
        Map<String, List<String>> graph = Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"));

        assertThat(wayFrom("a", graph)).isEmpty();
        assertThat(wayFrom("b", graph)).containsExactly("b", "c", "b");
    }

    @Test
    void copesWithLongChains() {
        assertThat(DependencyCycle.through(0, n -> List.of((n + 1) % 100_000))).hasSize(100_001);
    }

    private static List<String> wayFrom(String start, Map<String, List<String>> graph) {
        return DependencyCycle.through(start, name -> graph.getOrDefault(name, List.of()));
    }

    @Test
    void visitsEachObjectOnce() {
        int width = 200;
        List<Integer> all = IntStream.range(0, width).boxed().toList();

        assertThat(DependencyCycle.through(-1, name -> all)).isEmpty();
    }
}
