package io.fluxj.sops;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Yaml;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of the corpus for tests of their own. */
final class Samples {
    private static final Path CORPUS =
            Path.of("src/test/resources/io/fluxj/sops/corpus").toAbsolutePath();

    private Samples() {}

    static List<KeyService> keys(String... names) throws IOException, KeyException {
        JsonNode list = Yaml.parse("[" + String.join(",", names) + "]");
        return new Keys(CORPUS.resolve("keys")).services(list);
    }

    static Decryption decryption(String... keys) throws IOException, KeyException {
        return new Decryption(keys(keys), MacPolicy.REQUIRED, Limits.DEFAULT);
    }

    static Path key(String file) {
        return CORPUS.resolve("keys").resolve(file);
    }

    static Path file(String id, String name) {
        return CORPUS.resolve("cases").resolve(id).resolve(name);
    }

    static String text(String id, String name) throws IOException {
        return Files.readString(file(id, name), StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
