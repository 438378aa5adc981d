package io.fluxj.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.archive.ArchiveException.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtractionTest {
    @TempDir
    Path folder;

    private Path target;
    private Path outside;

    @BeforeEach
    void prepare() throws IOException {
        target = Files.createDirectory(folder.resolve("target"));
        outside = Files.createDirectory(folder.resolve("outside"));
    }

    @Test
    void unpacksWhatTheArchiverPacked() throws IOException {
        Path source = folder.resolve("source");
        Files.createDirectories(source.resolve("sub/deep"));
        Files.writeString(source.resolve("sub/a.txt"), "a");
        Path program = Files.writeString(source.resolve("run"), "b");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Archiver.archive(source, IgnoreRules.NONE, DigestAlgorithm.SHA256, packed);

        TarGz.Extracted extracted = extract(packed.toByteArray());

        assertThat(extracted).isEqualTo(new TarGz.Extracted(2, 2));
        assertThat(unpacked())
                .containsExactly("rwx------ run", "rwx------ sub", "rw------- sub/a.txt", "rwx------ sub/deep");
        assertThat(target.resolve("sub/a.txt")).hasContent("a");
    }

    @Test
    void makesTheFoldersThatTheArchiveDoesNotName() throws IOException {
        extract(new HostileTar().file("a/b/c.txt", "c").gzipped());

        assertThat(target.resolve("a/b/c.txt")).hasContent("c");
    }

    @Test
    void lastOfTwoEntriesWithOneNameWins() throws IOException {
        extract(new HostileTar().file("a", "first").file("./a", "second").gzipped());

        assertThat(target.resolve("a")).hasContent("second");
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 300, 4000})
    void refusesNamesThatNoFileSystemHolds(int length) {
        byte[] archive = new HostileTar().file("a/" + "n".repeat(length), "").gzipped();

        assertThatThrownBy(() -> extract(archive))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE))
                .hasMessageStartingWith(
                        "the archive holds a file name of " + length + " bytes, 255 are allowed: \"...nnn");
    }

    @Test
    void countsNamesAndPathsInBytes() throws IOException {
        extract(new HostileTar().file("n".repeat(255), "a").gzipped());

        assertThat(target.resolve("n".repeat(255))).hasContent("a");
        assertThatThrownBy(
                        () -> extract(new HostileTar().file("ü".repeat(128), "").gzipped()))
                .hasMessageContaining("a file name of 256 bytes, 255 are allowed");
        assertThatThrownBy(() -> extract(
                        new HostileTar().file("n/".repeat(2040) + "n", "").gzipped()))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("4095 are allowed");
    }

    @Test
    void leavesOutSymbolicLinks() throws IOException {
        byte[] archive = new HostileTar()
                .link("link", TarConstants.LF_SYMLINK, outside.toString())
                .file("link/a.txt", "a")
                .gzipped();

        extract(archive);

        assertThat(outside).isEmptyDirectory();
        assertThat(Files.isDirectory(target.resolve("link"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.txt", "a/../../a.txt", "..", "a/..", "/a.txt", "//a.txt"})
    void refusesNamesThatLeadOut(String name) {
        assertRefused(new HostileTar().file(name, "a").gzipped(), Problem.ESCAPES, name);
    }

    @Test
    void refusesToPassThroughALinkThatLiesInTheTarget() throws IOException {
        Files.createSymbolicLink(target.resolve("link"), outside);

        assertRefused(new HostileTar().file("link/a.txt", "a").gzipped(), Problem.ESCAPES, "link");
    }

    @Test
    void replacesALinkThatLiesInTheTargetRatherThanWritingThroughIt() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(target.resolve("a"), secret);

        extract(new HostileTar().file("a", "new").gzipped());

        assertThat(secret).hasContent("s");
        assertThat(target.resolve("a")).hasContent("new");
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO})
    void refusesHardLinksAndDevices(byte type) {
        assertRefused(new HostileTar().link("odd", type, "a.txt").gzipped(), Problem.UNSUPPORTED_ENTRY, "\"odd\"");
    }

    @Test
    void refusesAFileWhereAFolderIs() {
        assertRefused(new HostileTar().folder("a/").file("a", "x").gzipped(), Problem.MALFORMED, "\"a\"");
    }

    @Test
    void refusesAFolderWhereAFileIs() {
        assertRefused(new HostileTar().file("a", "x").file("a/b", "x").gzipped(), Problem.ESCAPES, "\"a\"");
    }

    @Test
    void readersMayLeaveLargeFilesUnread() throws IOException {
        byte[] archive = new HostileTar()
                .file("large", "x".repeat(9 << 20))
                .file("small", "y")
                .gzipped();
        List<String> names = new ArrayList<>();
        TarGz.read(
                new ByteArrayInputStream(archive),
                ExtractionLimits.DEFAULT,
                (member, content) -> names.add(member.name()));
        assertThat(names).containsExactly("large", "small");
    }

    @Test
    void refusesAFileWithoutAName() {
        assertRefused(
                new HostileTar()
                        .file("./", "")
                        .link(".", TarConstants.LF_NORMAL, "")
                        .gzipped(),
                Problem.MALFORMED,
                "without a name");
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        byte[] bomb = new HostileTar().file("zeros", "\0".repeat(100_000)).gzipped();

        assertThat(bomb.length).isLessThan(2_000);
        assertRefused(bomb, new ExtractionLimits(50_000, 10, 100), Problem.TOO_LARGE, "50000 bytes");
    }

    @Test
    void refusesMoreEntriesThanAllowed() {
        byte[] archive =
                new HostileTar().file("a", "").file("b", "").file("c", "").gzipped();

        assertRefused(archive, new ExtractionLimits(50_000, 2, 100), Problem.TOO_LARGE, "2 files");
    }

    @Test
    void refusesLongerNamesThanAllowed() {
        byte[] archive = new HostileTar().file("a".repeat(101), "").gzipped();

        assertRefused(archive, new ExtractionLimits(50_000, 2, 100), Problem.TOO_LARGE, "101 characters");
    }

    @Test
    void refusesAnExtendedHeaderThatWouldFillTheMemory() {
        byte[] archive = new HostileTar().longName(3_000_000).gzipped();

        assertRefused(archive, ExtractionLimits.DEFAULT, Problem.TOO_LARGE, "oversized header");
    }

    @Test
    void countsWhatFollowsTheEndOfTheArchive() {
        byte[] archive =
                new HostileTar().file("a", "a").end().raw(new byte[200_000]).gzipped();

        assertRefused(archive, new ExtractionLimits(50_000, 2, 100), Problem.TOO_LARGE, "50000 bytes");
    }

    @Test
    void readsItsSourceToTheEnd() throws IOException {
        byte[] archive =
                new HostileTar().file("a", "a").end().raw(new byte[70_000]).gzipped();
        HashingInputStream source = new HashingInputStream(new ByteArrayInputStream(archive), DigestAlgorithm.SHA256);

        TarGz.extract(source, target, ExtractionLimits.DEFAULT);

        assertThat(source.size()).isEqualTo(archive.length);
    }

    @Test
    void refusesWhatIsNotGzipped() {
        assertRefused("not an archive".getBytes(StandardCharsets.US_ASCII), Problem.MALFORMED, "tar.gz");
    }

    @Test
    void refusesAnEmptySource() {
        assertRefused(new byte[0], Problem.MALFORMED, "tar.gz");
    }

    @Test
    void refusesAnArchiveThatIsCutOff() {
        byte[] archive =
                new HostileTar().file("a", "some text that is long enough").gzipped();

        assertRefused(Arrays.copyOf(archive, archive.length - 12), Problem.MALFORMED, "cut off");
    }

    private TarGz.Extracted extract(byte[] archive) throws IOException {
        return TarGz.extract(new ByteArrayInputStream(archive), target, ExtractionLimits.DEFAULT);
    }

    private void assertRefused(byte[] archive, Problem problem, String said) {
        assertRefused(archive, ExtractionLimits.DEFAULT, problem, said);
    }

    private void assertRefused(byte[] archive, ExtractionLimits limits, Problem problem, String said) {
        assertThatThrownBy(() -> TarGz.extract(new ByteArrayInputStream(archive), target, limits))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                .hasMessageContaining(said);
        assertThat(outside).isEmptyDirectory();
        assertThat(folder).isDirectoryNotContaining(path -> path.endsWith("a.txt"));
    }

    private List<String> unpacked() throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.skip(1).sorted().map(this::describe).toList();
        }
    }

    private String describe(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) + " " + target.relativize(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
