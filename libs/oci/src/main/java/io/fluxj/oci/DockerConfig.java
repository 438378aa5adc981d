package io.fluxj.oci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Credentials by registry, as {@code docker login} and Secrets keep them.
 *
 * @param entries what counts first stands first
 */
public record DockerConfig(List<Entry> entries) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Credentials and where they count.
     *
     * @param pattern where
     * @param credentials who we are there
     */
    public record Entry(RegistryPattern pattern, RegistryCredentials credentials) {}

    /** The longest, which is the most exact, first; of equal ones the one that was there first. */
    public DockerConfig {
        entries = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.pattern().text())
                        .reversed())
                .toList();
    }

    /** Holds nothing. */
    public static DockerConfig empty() {
        return new DockerConfig(List.of());
    }

    /**
     * Reads {@code .dockerconfigjson}, or the older {@code .dockercfg}, which is the same without its outermost object.
     *
     * @throws IllegalArgumentException when it is neither; the message holds nothing of it
     */
    public static DockerConfig parse(byte[] json) {
        JsonNode auths = auths(json);
        List<Entry> entries = new ArrayList<>();
        auths.properties().forEach(one -> credentials(one.getValue())
                .ifPresent(credentials -> entries.add(new Entry(RegistryPattern.parse(one.getKey()), credentials))));
        return new DockerConfig(entries);
    }

    private static JsonNode auths(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                return root.has("auths") ? root.path("auths") : root;
            }
        } catch (IOException malformed) {
            // Its message would show what stands around the fault, which is secret.
        }
        throw new IllegalArgumentException("it is no JSON object as docker login writes it");
    }

    private static Optional<RegistryCredentials> credentials(JsonNode entry) {
        String registryToken = entry.path("registrytoken").asText("");
        if (!registryToken.isEmpty()) {
            return Optional.of(new RegistryCredentials.Bearer(registryToken));
        }
        String identityToken = entry.path("identitytoken").asText("");
        if (!identityToken.isEmpty()) {
            return Optional.of(new RegistryCredentials.Refresh(identityToken));
        }
        String username = entry.path("username").asText("");
        String password = entry.path("password").asText("");
        return username.isEmpty() && password.isEmpty()
                ? joined(entry.path("auth").asText(""))
                : Optional.of(new RegistryCredentials.Basic(username, password));
    }

    private static Optional<RegistryCredentials> joined(String auth) {
        try {
            String both = new String(Base64.getMimeDecoder().decode(auth), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new RegistryCredentials.Basic(both.substring(0, colon), both.substring(colon + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Both; where both have something to say, this one counts. */
    public DockerConfig and(DockerConfig other) {
        return new DockerConfig(
                Stream.concat(entries.stream(), other.entries.stream()).toList());
    }

    /** Who we are to a repository's registry. */
    public RegistryCredentials credentials(Repository repository) {
        return entries.stream()
                .filter(entry -> entry.pattern().matches(repository))
                .map(Entry::credentials)
                .findFirst()
                .orElseGet(RegistryCredentials.None::new);
    }
}
