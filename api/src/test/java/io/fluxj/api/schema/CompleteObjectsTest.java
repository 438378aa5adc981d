package io.fluxj.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.api.Manifest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the other tests honest: the objects they use have every field there is. */
class CompleteObjectsTest {

    static Stream<Crd> crds() {
        return Crd.all().stream();
    }

    @ParameterizedTest
    @MethodSource("crds")
    void haveEveryFieldOfTheKind(Crd crd) {
        Set<String> paths = new TreeSet<>();
        for (Manifest manifest : Manifest.complete()) {
            if (manifest.kind().equals(crd.kind())) {
                collect(paths, crd, "spec", manifest.object().path("spec"));
                collect(paths, crd, "status", manifest.object().path("status"));
            }
        }

        assertThat(paths).containsAll(Field.allOf(crd.storageVersion()).keySet());
    }

    private static void collect(Set<String> paths, Crd crd, String path, JsonNode node) {
        if (node.isMissingNode()) {
            return;
        }
        paths.add(path);
        boolean map = Field.allOf(crd.storageVersion()).containsKey(path + "{}");
        node.properties()
                .forEach(entry ->
                        collect(paths, crd, map ? path + "{}" : path + "." + entry.getKey(), entry.getValue()));
        node.elements().forEachRemaining(element -> {
            if (node.isArray()) {
                collect(paths, crd, path + "[]", element);
            }
        });
    }
}
