package io.fluxj.watcher.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of doublestar. */
class PathGlobTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "*, a, true",
                "*, a/b, false",
                "*.md, a.md, true",
                "?, /, false",
                "a?c, abc, true",
                "a/**, a, true",
                "a/**, a/b/c, true",
                "a/**, ab, false",
                "**, a/b, true",
                "**/a, a, true",
                "**/a, x/y/a, true",
                "**/a, xa, false",
                "a/**/b, a/b, true",
                "a/**/b, a/x/y/b, true",
                "a/**/b, a/xb, false",
                "a**b, axxb, true",
                "a**b, ax/b, false",
                "**/testdata/**, x/testdata/y/z, true",
                "**/testdata/**, testdata, true",
                "[a-c], b, true",
                "[^a-c], b, false",
                "[!a-c], d, true",
                "[^a-c], /, false",
                "a[.-0]b, a/b, false",
                "a[.-0]b, a.b, true",
                "\"{a,b}.txt\", b.txt, true",
                "\"{a,b/c}.txt\", b/c.txt, true",
                "\"x{,y}\", x, true",
                "\"{a,{b,c}}\", c, true",
                "\"a,b\", \"a,b\", true",
                "\\*, *, true",
                "\\*, a, false",
                "a.c, abc, false",
                "(a|b), a, false",
                "é*, été, true",
            })
    void matchesAsDoublestarDoes(String pattern, String path, boolean matches) throws CopyException {
        assertThat(PathGlob.parse(pattern).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[a", "[a-", "[]a]", "{a", "a\\", "{{{{{{{{{{{a}}}}}}}}}}}"})
    void refusesWhatIsMalformed(String pattern) {
        assertThatExceptionOfType(CopyException.class).isThrownBy(() -> PathGlob.parse(pattern));
    }

    @Test
    void takesLittleTimeForPatternsThatExplodeElsewhere() throws CopyException {
        PathGlob glob = PathGlob.parse("{a*,b*}".repeat(19) + "**/*".repeat(200) + "x");
        String path = "a/".repeat(1500) + "y";

        Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(glob.matches(path)).isFalse());
    }
}
