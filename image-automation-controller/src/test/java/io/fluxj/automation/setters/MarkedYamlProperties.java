package io.fluxj.automation.setters;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.automation.setters.MarkedYaml.Mapping;
import io.fluxj.automation.setters.MarkedYaml.Mark;
import io.fluxj.automation.setters.MarkedYaml.Node;
import io.fluxj.automation.setters.MarkedYaml.Opaque;
import io.fluxj.automation.setters.MarkedYaml.Scalar;
import io.fluxj.automation.setters.MarkedYaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever a file looks like: what is marked is set, every other byte stays, and readers of YAML see the same but for what is marked. */
class MarkedYamlProperties {
    private static final Setters SETTERS =
            Setters.of("apps", Map.of("web", new Setters.Image("ghcr.io/acme/web", MarkedYaml.NEW, "")));
    private static final int DEEPEST = 4;

    @Provide
    Arbitrary<List<Mapping>> documents() {
        return mapping(DEEPEST).list().ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<Mapping> mapping(int depth) {
        return node(depth - 1).list().ofMinSize(1).ofMaxSize(4).map(Mapping::new);
    }

    private static Arbitrary<Node> node(int depth) {
        Arbitrary<Node> flat = Arbitraries.oneOf(scalar(List.of(Mark.values())), opaque());
        if (depth == 0) {
            return flat;
        }
        Arbitrary<Node> item = Arbitraries.oneOf(
                scalar(List.of(Mark.NONE, Mark.SAME_LINE, Mark.UNKNOWN, Mark.NOTE)),
                mapping(depth).map(mapping -> (Node) mapping));
        Arbitrary<Node> sequence = item.list().ofMinSize(1).ofMaxSize(3).map(Sequence::new);
        return Arbitraries.oneOf(flat, flat, mapping(depth).map(mapping -> (Node) mapping), sequence);
    }

    private static Arbitrary<Node> scalar(List<Mark> marks) {
        Arbitrary<String> texts = Arbitraries.of(
                "old",
                "'it''s'",
                "\"a \\\" b # c\"",
                "1.5",
                "true",
                "~",
                "2026-01-01",
                "ghcr.io/x/y:1",
                "a#b",
                "a: 'b'".replace(": ", ":"),
                "!!str old",
                "\"é😀\"",
                "2.0.0",
                "'2.0.0'");
        return Combinators.combine(texts, Arbitraries.of(marks)).as(Scalar::new);
    }

    private static Arbitrary<Node> opaque() {
        String marker = "# {\"$imagepolicy\": \"apps:web:tag\"}";
        return Arbitraries.of(
                new Opaque("{a: x, b: [1, 'two', {c: ~}]} # note", List.of()),
                new Opaque("[]", List.of("")),
                new Opaque("|", List.of("image: old " + marker, "  deeper", "")),
                new Opaque("|-  # kept", List.of(marker, "", "k: old")),
                new Opaque(">+", List.of("folded", "text " + marker, "", "")),
                new Opaque("plain text", List.of("  on two lines")),
                new Opaque("\"quoted", List.of("  on two lines " + marker.replace("\"", "\\\"") + "\"")));
    }

    @Property(tries = 1000)
    void onlyWhatIsMarkedChanges(@ForAll("documents") List<Mapping> documents, @ForAll boolean windows)
            throws Exception {
        String end = windows ? "\r\n" : "\n";
        String before = MarkedYaml.text(documents, false).replace("\n", end);
        String wanted = MarkedYaml.text(documents, true).replace("\n", end);

        EditedFile edited = FileEdit.edit(before, SETTERS);
        String after = edited.changes().isEmpty() ? before : edited.text();

        assertThat(after).isEqualTo(wanted);
        List<Object> old = read(before);
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            expected.add(MarkedYaml.expected(documents.get(i), old.get(i)));
        }
        assertThat(read(after)).isEqualTo(expected);
    }

    /** What is edited already stays as it is. */
    @Property(tries = 200)
    void aSecondTimeChangesNothing(@ForAll("documents") List<Mapping> documents) throws Exception {
        String set = MarkedYaml.text(documents, true);

        assertThat(FileEdit.edit(set, SETTERS).changes()).isEmpty();
    }

    /** The library takes a tab before a comment for a fault where it follows a quote. */
    private static List<Object> read(String text) {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().setBufferSize(1 << 20).build())
                .loadAllFromString(text.replace("\t#", " #"))
                .forEach(document -> documents.add(withoutNull(document)));
        return documents;
    }

    private static Object withoutNull(@Nullable Object value) {
        return switch (value) {
            case null -> "(null)";
            case Map<?, ?> map -> {
                Map<Object, Object> all = new LinkedHashMap<>();
                map.forEach((key, one) -> all.put(key, withoutNull(one)));
                yield all;
            }
            case List<?> list ->
                list.stream().map(MarkedYamlProperties::withoutNull).toList();
            default -> value;
        };
    }
}
