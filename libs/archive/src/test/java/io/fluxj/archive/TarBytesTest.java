package io.fluxj.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Digests of archives that Go's {@code archive/tar} wrote: one entry each, a file whose content is its name, or a folder when
 * the name ends with a slash.
 */
final class TarBytesTest {
    @ParameterizedTest(name = "{0}, executable: {1}")
    @CsvFileSource(resources = "/tar-vectors.tsv", delimiter = '\t')
    void areThoseOfGo(String title, boolean executable, String name, String sha256) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = TarWriter.plain(bytes)) {
            if (name.endsWith("/")) {
                tar.folder(name.substring(0, name.length() - 1));
            } else {
                byte[] content = name.getBytes(StandardCharsets.UTF_8);
                tar.file(name, executable, content.length, new ByteArrayInputStream(content));
            }
        }

        assertThat(Digest.of(DigestAlgorithm.SHA256, bytes.toByteArray()).hex()).isEqualTo(sha256);
    }
}
