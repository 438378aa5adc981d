package io.fluxj.manifest.decrypt;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.Yaml;
import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.age.AgeKeyService;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that sops encrypted, which lie with libs/sops. */
final class SopsCorpus {
    static final GoldenFolder FOLDER = GoldenFolder.of(Path.of("../libs/sops/src/test/resources/io/fluxj/sops/corpus"));

    private SopsCorpus() {}

    static ManifestDecryption keys(JsonNode names) throws IOException, KeyException {
        return ManifestDecryption.with(services(names));
    }

    static List<KeyService> services(JsonNode names) throws IOException, KeyException {
        AgeIdentities identities = new AgeIdentities();
        JsonNode index = Yaml.read(FOLDER.file("keys/index.json"));
        for (JsonNode name : names) {
            identities.add(text("keys/" + index.path(name.asText()).path("file").asText()));
        }
        return List.of(new AgeKeyService(identities));
    }

    static String text(String file) throws IOException {
        return Files.readString(FOLDER.file(file));
    }
}
