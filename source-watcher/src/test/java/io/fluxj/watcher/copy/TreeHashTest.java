package io.fluxj.watcher.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File names as Flux gives them, so that either side finds the files of the other. */
class TreeHashTest {
    @TempDir
    Path work;

    /** The number was computed by Python's zlib: adler32 of the lines {@code <adler32 of the bytes, in hex>  <name>/<path>}. */
    @Test
    void isTheNumberThatFluxComputes() throws IOException {
        Trees.write(work, Map.of("a.yaml", "a: 1\n", "b/c.yaml", "c\n", "b-d", "x"));

        assertThat(TreeHash.of(work, "web")).isEqualTo(3247116239L);
    }

    @Test
    void isNoneForNamesWithLineBreaks() throws IOException {
        Trees.write(work, Map.of("a\nb", ""));

        assertThatExceptionOfType(CopyException.class)
                .isThrownBy(() -> TreeHash.of(work, "web"))
                .withMessage("filenames with newlines are not supported");
    }
}
