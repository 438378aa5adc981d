package io.fluxj.automation.setters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Of files with markers: the values that are marked are set, all others stay, and so does every other byte. */
class FileEditProperties {
    private static final Setters SETTERS =
            Setters.of("apps", Map.of("web", new Setters.Image("ghcr.io/acme/web", "2.0.0", "")));
    private static final String NEW = "2.0.0";

    /**
     * A line of a file.
     *
     * @param before the value as it is written
     * @param marked whether it has a marker
     * @param tail what follows the value
     */
    record Line(String indent, String key, String before, boolean marked, String tail) {
        String text(String value) {
            return indent + key + ": " + value + tail;
        }
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<String> values = Arbitraries.of(
                "old",
                "'it''s'",
                "\"a \\\" b\"",
                "1.5",
                "true",
                "ghcr.io/x/y:1",
                "&a old",
                "!!str old",
                "\"é😀\"",
                "~");
        Arbitrary<Boolean> marked = Arbitraries.of(true, false);
        Arbitrary<String> tails =
                Arbitraries.of("", " ", "  # note", "\t# x: y", " # {\"$imagepolicy\": \"apps:ghost\"}");
        Arbitrary<Line> line = Combinators.combine(values, marked, tails)
                .as((value, mark, tail) ->
                        new Line("", "k", value, mark, mark ? "  # {\"$imagepolicy\": \"apps:web:tag\"} " : tail));
        return line.list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 500)
    void marksAloneDecideWhatChanges(
            @ForAll("lines") List<Line> lines, @ForAll boolean windows, @ForAll boolean lastLineEnds) throws Exception {
        List<Line> named = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            named.add(new Line("  ", "k" + i, line.before().replace("&a", "&a" + i), line.marked(), line.tail()));
        }
        String end = windows ? "\r\n" : "\n";
        String before = text(named, end, false) + (lastLineEnds ? end : "");
        String expected = text(named, end, true) + (lastLineEnds ? end : "");

        String after = FileEdit.edit(before, SETTERS).text();

        assertThat(after).isEqualTo(expected);
        Map<?, ?> values = parsed(after);
        Map<?, ?> old = parsed(before);
        for (Line line : named) {
            assertThat(values.get(line.key())).isEqualTo(line.marked() ? NEW : old.get(line.key()));
        }
    }

    /** The library takes a tab before a comment for a fault where it follows a quote. */
    private static Map<?, ?> parsed(String text) {
        Map<?, ?> document = (Map<?, ?>)
                new Load(LoadSettings.builder().setBufferSize(1 << 20).build())
                        .loadFromString(text.replace("\t#", " #"));
        return (Map<?, ?>) Objects.requireNonNull(document.get("m"));
    }

    private static String text(List<Line> lines, String end, boolean set) {
        StringBuilder text = new StringBuilder("# first" + end + end + "m:");
        for (Line line : lines) {
            text.append(end).append(line.text(set && line.marked() ? written(line.before()) : line.before()));
        }
        return text.toString();
    }

    /** In the style of the old value, with its anchor or tag. */
    private static String written(String before) {
        if (before.startsWith("'") || before.startsWith("\"")) {
            return before.charAt(0) + NEW + before.charAt(0);
        }
        int space = before.indexOf(' ');
        return space < 0 ? NEW : before.substring(0, space + 1) + NEW;
    }
}
