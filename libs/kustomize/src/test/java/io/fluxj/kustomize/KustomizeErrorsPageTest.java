package io.fluxj.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page {@code docs/kustomize-errors.md} tells the truth about both sides. */
class KustomizeErrorsPageTest {

    private static final Path PAGE = Path.of("../../docs/kustomize-errors.md");
    private static final Pattern SECTION =
            Pattern.compile("Case `([^`]+)`:\n```\n(.*?)\n```\n```\n(.*?)\n```", Pattern.DOTALL);

    /** One section of the page. */
    record Pair(CorpusCase corpusCase, String before, String after) {

        @Override
        public String toString() {
            return corpusCase.toString();
        }
    }

    static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        Matcher section = SECTION.matcher(CorpusCase.read(PAGE));
        while (section.find()) {
            String name = section.group(1);
            CorpusCase corpusCase = CorpusCase.all().stream()
                    .filter(c -> c.toString().equals(name))
                    .findFirst()
                    .orElseThrow();
            pairs.add(new Pair(corpusCase, section.group(2), section.group(3)));
        }
        return pairs;
    }

    /** Lines of the page are broken, and whitespace with them. */
    private static String words(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }

    @Test
    void showsAtLeastTenPairs() {
        assertThat(pairs()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void showsWhatKustomizeSays(Pair pair) {
        String recorded = CorpusCase.read(pair.corpusCase().folder().resolve("error.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .reduce("", (text, line) -> text + "\n" + line)
                .replace("{CASE}", "/src");
        assertThat(words(pair.before())).isEqualTo(words(recorded));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void showsWhatThisEngineSays(Pair pair) {
        BuildException failure = catchThrowableOfType(BuildException.class, pair.corpusCase()::build);
        assertThat(words(pair.after())).isEqualTo(words(String.valueOf(failure.getMessage())));
    }
}
