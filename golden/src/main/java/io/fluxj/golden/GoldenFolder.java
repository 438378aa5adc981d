package io.fluxj.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where recordings are read: the shipped folder, or the one that {@code -Dgolden.dir} names instead. {@code -Dgolden.only=ID,ID} leaves only these.
 *
 * @param folder holds the recordings
 * @param shipped holds the fixtures; those of {@code folder} come first
 */
public record GoldenFolder(Path folder, Path shipped) {
    private static final String GIVEN = "golden.dir";
    private static final String ONLY = "golden.only";

    /**
     * The folder of this run.
     *
     * @param shipped relative to the module
     */
    public static GoldenFolder of(Path shipped) {
        Path absolute = shipped.toAbsolutePath();
        String given = System.getProperty(GIVEN, "");
        return new GoldenFolder(given.isEmpty() ? absolute : find(Path.of(given)), absolute);
    }

    /** Maven starts tests in the module's folder; who gave a relative path meant the folder where Maven was started. */
    private static Path find(Path given) {
        for (Path start = Path.of("").toAbsolutePath(); start != null; start = start.getParent()) {
            if (Files.isDirectory(start.resolve(given))) {
                return start.resolve(given).normalize();
            }
        }
        throw new IllegalArgumentException("-D" + GIVEN + " names no folder: " + given);
    }

    /** Whether {@code -Dgolden.dir} named it. */
    public boolean isGiven() {
        return !folder.equals(shipped);
    }

    /** Each YAML file of the folder, or of the folder {@code scenarios} in it, is one recording; its id is the document's. */
    public List<Recording> documents() {
        List<Recording> recordings = new ArrayList<>();
        for (Path file : files()) {
            JsonNode document = Yaml.read(file);
            if (document.has("id")) {
                recordings.add(new Recording(document.path("id").asText(), file, document));
            }
        }
        return wanted(recordings);
    }

    /**
     * Each item of one list in one file is one recording.
     *
     * @param file its name in the folder
     * @param list its key in the document; empty when the document itself is the list
     */
    public List<Recording> items(String file, String list) {
        Path source = file(file);
        JsonNode document = Yaml.read(source);
        List<Recording> recordings = new ArrayList<>();
        for (JsonNode item : list.isEmpty() ? document : document.path(list)) {
            recordings.add(
                    new Recording(item.path(item.has("id") ? "id" : "name").asText(), source, item));
        }
        return wanted(recordings);
    }

    /** Each folder of the folder {@code within}, or else of the folder itself, is one recording. */
    public List<Recording> folders(String within) {
        Path inner = folder.resolve(within);
        return wanted(list(Files.isDirectory(inner) ? inner : folder).stream()
                .filter(Files::isDirectory)
                .map(path -> new Recording(String.valueOf(path.getFileName()), path, Yaml.parse("{}")))
                .toList());
    }

    /** A file of the folder, or else the shipped one. */
    public Path file(String name) {
        Path own = folder.resolve(name);
        return Files.exists(own) ? own : shipped.resolve(name);
    }

    /** The fixtures: the shipped ones, and over them those that lie beside the recordings, together in {@code target}. */
    public Path fixturesIn(Path target) throws IOException {
        copy(shipped.resolve("fixtures"), target);
        if (isGiven()) {
            copy(folder.resolve("fixtures"), target);
        }
        return target;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private List<Path> files() {
        Path scenarios = folder.resolve("scenarios");
        return list(Files.isDirectory(scenarios) ? scenarios : folder).stream()
                .filter(path -> path.toString().endsWith(".yaml"))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    private static List<Recording> wanted(List<Recording> recordings) {
        String only = System.getProperty(ONLY, "");
        List<String> ids = Arrays.asList(only.split(",", -1));
        return recordings.stream()
                .filter(each -> only.isEmpty() || ids.contains(each.id()))
                .toList();
    }
}
