package io.fluxj.gotemplate.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.golden.Mutation;
import io.fluxj.gotemplate.BudgetException;
import io.fluxj.gotemplate.ExecException;
import io.fluxj.gotemplate.Limits;
import io.fluxj.gotemplate.Options;
import io.fluxj.gotemplate.TemplateSet;
import io.fluxj.gotemplate.parse.Delimiters;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.value.GoText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The fuzz target of the template engine: templates of the corpus, changed. Whatever comes out, it is executed or refused with a message, within its budget. The
 * test runs a fixed number of fixed mutations; {@link #main} goes on for as long as it is told.
 */
class MutatedTemplatesTest {
    private static final List<String> SNIPPETS = List.of(
            "{{ ",
            "}}",
            "{{- ",
            " -}}",
            "{{/* ",
            "*/}}",
            "|",
            "(",
            ")",
            ".",
            "$",
            "$x := ",
            "range ",
            "end }}",
            "define \"a\" }}",
            "template \"a\" .",
            "break",
            "nil",
            "-9223372036854775808",
            "1e400",
            "0x1p-2",
            "'\\u0000'",
            "`",
            "\"",
            "\\",
            "printf \"%*v\" ",
            "tpl ",
            "toYaml ",
            "index . ",
            "\u0000",
            "\ud83d\ude00");
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Limits LIMITS = new Limits(100_000, 200, 1 << 20, Duration.ofSeconds(10));
    private static final int MOST_CHANGES = 4;
    private static final TemplateSet EMPTY =
            TemplateSet.empty("gotpl", Host.FUNCTIONS, new Options(Delimiters.STANDARD, Options.MissingKey.ZERO));

    private final List<byte[]> templates;
    private Mutation mutation;

    MutatedTemplatesTest() throws IOException {
        this.templates = templates();
        this.mutation = new Mutation(SNIPPETS, templates, 1);
    }

    /** Keys of RSA take the time of a thousand other templates. */
    private static List<byte[]> templates() throws IOException {
        List<byte[]> templates = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                Case.read(file).stream()
                        .map(Case::template)
                        .filter(template -> !template.contains("gen") && !template.contains("bcrypt"))
                        .map(GoText::bytes)
                        .forEach(templates::add);
            }
        }
        return templates;
    }

    /** Fuzzes for a number of seconds, from a seed: {@code SECONDS SEED}. Ends with the template that breaks the rule, if one does. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        MutatedTemplatesTest target = new MutatedTemplatesTest();
        target.mutation = new Mutation(SNIPPETS, target.templates, Long.parseLong(arguments[1]));
        Instant end = Instant.now().plus(Duration.ofSeconds(Long.parseLong(arguments[0])));
        long count = 0;
        while (Instant.now().isBefore(end)) {
            target.executeOne();
            count++;
        }
        System.out.println(count + " templates");
    }

    @Test
    @Timeout(120)
    void endWithATextOrAMessage() {
        for (int i = 0; i < 4_000; i++) {
            executeOne();
        }
    }

    private void executeOne() {
        byte[] bytes = templates.get(mutation.choice(templates.size()));
        for (int i = mutation.choice(MOST_CHANGES); i >= 0; i--) {
            bytes = mutation.of(bytes);
        }
        String template = GoText.of(bytes);
        try {
            EMPTY.with("mutated", template).execute("mutated", data(), LIMITS);
        } catch (ParseException | ExecException | BudgetException explained) {
            assertThat(explained.getMessage()).isNotBlank();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("not explained: " + template, e);
        }
    }

    private static Map<String, Object> data() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "text", "a b", "number", 3L, "real", 1.5, "flag", true, "list", new ArrayList<>(List.of("x", 2L))));
        return new HashMap<>(Map.of("Values", values, "name", "mutated"));
    }
}
