package io.fluxj.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Archives with bytes overwritten: unpacked or refused, and never anything outside the target. */
final class DamagedArchiveTest {
    private static final int TAR_BYTES = 4096;

    @Property(tries = 500)
    void isUnpackedOrRefused(
            @ForAll @Size(max = 12) List<@IntRange(max = TAR_BYTES - 1) Integer> places, @ForAll byte value)
            throws IOException {
        byte[] tar = plainTar();
        places.forEach(place -> tar[place] = value);
        Path folder = Files.createTempDirectory("damaged");
        try {
            Path target = Files.createDirectory(folder.resolve("target"));

            extract(tar, target);

            try (Stream<Path> beside = Files.list(folder)) {
                assertThat(beside).containsExactly(target);
            }
        } finally {
            delete(folder);
        }
    }

    private static void extract(byte[] tar, Path target) throws IOException {
        try {
            TarGz.extract(new ByteArrayInputStream(gzipped(tar)), target, new ExtractionLimits(100_000, 10, 200));
        } catch (ArchiveException refused) {
            assertThat(refused.problem()).isNotNull();
        }
    }

    private static byte[] plainTar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = TarWriter.plain(bytes)) {
            tar.folder(".");
            tar.file("a".repeat(120), false, 3, new ByteArrayInputStream(new byte[3]));
            tar.file("b/c", true, 1, new ByteArrayInputStream(new byte[1]));
        }
        assertThat(bytes.size()).isGreaterThanOrEqualTo(TAR_BYTES);
        return bytes.toByteArray();
    }

    private static byte[] gzipped(byte[] tar) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(tar);
        }
        return zipped.toByteArray();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
