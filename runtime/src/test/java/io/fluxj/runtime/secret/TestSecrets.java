package io.fluxj.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Secrets called {@code apps/creds}. */
final class TestSecrets {
    private TestSecrets() {}

    static NamedSecret holding(Map<String, String> data) {
        return new NamedSecret(
                "apps",
                "creds",
                new SecretData(
                        data.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                                .getBytes(StandardCharsets.UTF_8)))));
    }
}
