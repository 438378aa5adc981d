package io.fluxj.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fluxj.manifest.postbuild.ConfigSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** ConfigMaps and Secrets that lie in a folder as {@code pre-*.yaml}. */
record FileConfigs(List<JsonNode> objects) implements ConfigSource {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static FileConfigs of(Path folder) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (String.valueOf(file.getFileName()).startsWith("pre-")) {
                    objects.add(YAML.readTree(file.toFile()));
                }
            }
        }
        return new FileConfigs(objects);
    }

    @Override
    public Optional<Map<String, String>> configMap(String namespace, String name) {
        return find("ConfigMap", name).map(object -> texts(object.path("data")));
    }

    @Override
    public Optional<Map<String, String>> secret(String namespace, String name) {
        return find("Secret", name).map(object -> {
            Map<String, String> data = texts(object.path("data"));
            data.replaceAll((key, value) -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
            data.putAll(texts(object.path("stringData")));
            return data;
        });
    }

    private Optional<JsonNode> find(String kind, String name) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .filter(object -> object.path("metadata").path("name").asText().equals(name))
                .findFirst();
    }

    private static Map<String, String> texts(JsonNode map) {
        Map<String, String> texts = new TreeMap<>();
        map.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
