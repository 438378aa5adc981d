package io.fluxj.sops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./fluxj sops decrypt}. */
final class SopsCommandTest {
    private static final Path CORPUS =
            Path.of("src/test/resources/io/fluxj/sops/corpus").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Answer(int code, String out, String err) {}

    private static Answer run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("decrypt"));
        all.addAll(List.of(arguments));
        int code = SopsCommand.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all.toArray(String[]::new));
        return new Answer(code, out.toString(StandardCharsets.ISO_8859_1), err.toString(StandardCharsets.UTF_8));
    }

    private static String key(String file) {
        return CORPUS.resolve("keys").resolve(file).toString();
    }

    private static String file(String id, String name) {
        return CORPUS.resolve("cases").resolve(id).resolve(name).toString();
    }

    private static String plain(String id) throws IOException {
        return Files.readString(CORPUS.resolve("cases").resolve(id).resolve("plain"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void printsThePlainBytes() throws IOException {
        Answer answer =
                run("--age-key-file", key("age-a.agekey"), "--input-type", "yaml", file("y-scalars", "encrypted.yaml"));

        assertThat(answer).isEqualTo(new Answer(0, plain("y-scalars"), ""));
    }

    @Test
    void tellsTheTypeByTheNameOfTheFile() throws IOException {
        assertThat(run("--pgp-key-file", key("pgp-rsa.asc"), file("k-pgp-rsa", "encrypted.yaml"))
                        .out())
                .isEqualTo(plain("k-pgp-rsa"));
    }

    @Test
    void usesNoOtherKeysThanThoseOfTheFiles() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));

        Answer answer = run(
                "--age-key-file",
                empty.toString(),
                "--pgp-key-file",
                empty.toString(),
                file("y-minimal", "encrypted.yaml"));

        assertThat(answer.code()).isEqualTo(128);
        assertThat(answer.err()).contains("failed to load age identities");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void endsWithTheCodesOfSops() {
        String a = key("age-a.agekey");
        assertThat(run("--age-key-file", a, file("n-tampered-value", "encrypted.yaml"))
                        .code())
                .isEqualTo(25);
        assertThat(run("--age-key-file", a, file("n-tampered-mac", "encrypted.yaml"))
                        .code())
                .isEqualTo(51);
        assertThat(run("--age-key-file", a, file("n-no-metadata", "encrypted.yaml"))
                        .code())
                .isEqualTo(1);
        assertThat(run("--age-key-file", a, file("old-no-version", "encrypted.yaml")))
                .isEqualTo(new Answer(1, "", "Version string empty" + System.lineSeparator()));
        assertThat(run("--age-key-file", a, folder.resolve("absent.yaml").toString())
                        .code())
                .isEqualTo(2);
        assertThat(run("--unknown").code()).isEqualTo(1);
    }

    @Test
    void unlocksKeysWithAPassphrase() throws IOException {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\n");
        String locked = key("pgp-rsa-pass.asc");
        String file = file("k-pgp-rsa-pass", "encrypted.yaml");

        assertThat(run("--pgp-key-file", locked, file).code()).isEqualTo(128);
        assertThat(run("--pgp-key-file", locked, "--pgp-passphrase-file", passphrase.toString(), file))
                .isEqualTo(new Answer(0, plain("k-pgp-rsa-pass"), ""));
    }
}
