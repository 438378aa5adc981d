package io.fluxj.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * An object of one of our kinds in a file of the test resources.
 *
 * @param file path of the file, from its folder
 * @param object the object
 */
public record Manifest(String file, JsonNode object) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The manifests that guides show, in the versions that they use. */
    public static List<Manifest> seeds() {
        return under("/seeds");
    }

    /** Objects that together have every field of every kind. */
    public static List<Manifest> complete() {
        return under("/complete");
    }

    private static List<Manifest> under(String resource) {
        var url = Manifest.class.getResource(resource);
        if (url == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        Path folder = Path.of(URI.create(url.toString()));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> manifests = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            List<Manifest> found = new ArrayList<>();
            for (Path file : manifests) {
                for (Object document :
                        new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file))) {
                    found.add(new Manifest(folder.relativize(file).toString(), JSON.valueToTree(document)));
                }
            }
            return found.stream().filter(Manifest::isOurs).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs() {
        return object.path("apiVersion").asText().contains(".fluxcd.io/")
                && object.has("kind")
                && !file.contains(".fragment.");
    }

    public String kind() {
        return object.path("kind").asText();
    }

    public String apiVersion() {
        return object.path("apiVersion").asText();
    }

    public Class<? extends CustomResource<?, ?>> type() {
        return Kinds.all().stream()
                .filter(type -> HasMetadata.getKind(type).equals(kind()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return file + " " + object.at("/metadata/name").asText();
    }
}
