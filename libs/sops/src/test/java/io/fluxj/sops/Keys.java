package io.fluxj.sops;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Yaml;
import io.fluxj.sops.age.AgeIdentities;
import io.fluxj.sops.age.AgeKeyService;
import io.fluxj.sops.key.KeyException;
import io.fluxj.sops.key.KeyService;
import io.fluxj.sops.pgp.PgpKeyService;
import io.fluxj.sops.pgp.PgpKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The keys of the corpus, by name. */
record Keys(Path folder) {
    List<KeyService> services(JsonNode names) throws IOException, KeyException {
        AgeIdentities identities = new AgeIdentities();
        PgpKeys secrets = new PgpKeys();
        JsonNode index = Yaml.read(folder.resolve("index.json"));
        for (JsonNode name : names) {
            JsonNode key = index.path(name.asText());
            String file = Files.readString(folder.resolve(key.path("file").asText()));
            if (name.asText().startsWith("pgp")) {
                secrets.add(file, key.path("passphrase").asText());
            } else {
                identities.addAny(file);
            }
        }
        return List.of(new AgeKeyService(identities), new PgpKeyService(secrets));
    }
}
