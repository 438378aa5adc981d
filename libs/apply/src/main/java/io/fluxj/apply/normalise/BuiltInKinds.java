package io.fluxj.apply.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The kinds that Kubernetes itself brings, with their fields; read once from a resource of this library. */
final class BuiltInKinds {
    private final Map<String, String> typeOfKind = new HashMap<>();
    private final Map<String, Shape.Fields> fieldsOfType = new HashMap<>();

    private BuiltInKinds() {}

    static BuiltInKinds shared() {
        return Holder.KINDS;
    }

    /** The type of a kind; empty when it is not built in. */
    Optional<Shape.Struct> type(String apiVersion, String kind) {
        return Optional.ofNullable(typeOfKind.get(apiVersion + " " + kind)).map(Shape.Struct::new);
    }

    Map<String, Shape> fields(String type) {
        return Objects.requireNonNull(fieldsOfType.get(type), type).byName();
    }

    private static BuiltInKinds load() {
        BuiltInKinds kinds = new BuiltInKinds();
        try (InputStream in = Objects.requireNonNull(
                        BuiltInKinds.class.getResourceAsStream("built-in-kinds.txt"), "built-in-kinds.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            lines.lines().forEach(kinds::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }

    private void read(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("kind")) {
            typeOfKind.put(words[1] + " " + words[2], words[3]);
        } else if (words[0].equals("type")) {
            fieldsOfType.put(words[1], fields(words));
        }
    }

    private static Shape.Fields fields(String[] words) {
        Map<String, Shape> fields = new HashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].lastIndexOf('=');
            fields.put(words[i].substring(0, equals), shape(words[i].substring(equals + 1)));
        }
        return new Shape.Fields(Map.copyOf(fields));
    }

    private static Shape shape(String word) {
        return switch (word.charAt(0)) {
            case '[' -> new Shape.ListOf(shape(word.substring(1)));
            case '{' -> new Shape.MapOf(shape(word.substring(1)));
            case '?' -> new Shape.Anything();
            default -> named(word);
        };
    }

    private static Shape named(String word) {
        return switch (word) {
            case "s" -> Shape.Scalar.STRING;
            case "i" -> Shape.Scalar.INTEGER;
            case "n" -> Shape.Scalar.NUMBER;
            case "b" -> Shape.Scalar.BOOLEAN;
            default -> new Shape.Struct(word);
        };
    }

    private static final class Holder {
        static final BuiltInKinds KINDS = load();
    }
}
