package io.fluxj.kustomization.kms;

import io.fluxj.sops.key.KeyException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Credentials in YAML or JSON: names and texts, nothing below them.
 *
 * @param fields shown by nothing
 */
record CredentialFile(Map<String, String> fields) {
    private static final int LARGEST = 64 << 10;

    CredentialFile {
        fields = Map.copyOf(fields);
    }

    /** What the reader says of a fault is left out: it quotes. */
    static CredentialFile parse(String text) throws KeyException {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(1)
                .build();
        try {
            if (new Load(settings).loadFromString(text) instanceof Map<?, ?> map) {
                Map<String, String> fields = new HashMap<>();
                map.forEach((name, value) -> fields.put(String.valueOf(name), value instanceof String one ? one : ""));
                return new CredentialFile(fields);
            }
        } catch (YamlEngineException malformed) {
            // said below
        }
        throw new KeyException("it is no map in YAML or JSON");
    }

    /** The field by the first name that is there and not empty. */
    Optional<String> field(String... names) {
        for (String name : names) {
            if (!fields.getOrDefault(name, "").isEmpty()) {
                return Optional.of(fields.getOrDefault(name, ""));
            }
        }
        return Optional.empty();
    }

    String require(String... names) throws KeyException {
        return field(names).orElseThrow(() -> new KeyException("the field '" + names[0] + "' is missing"));
    }

    /** The names of the fields. */
    @Override
    public String toString() {
        return "CredentialFile" + fields.keySet();
    }
}
