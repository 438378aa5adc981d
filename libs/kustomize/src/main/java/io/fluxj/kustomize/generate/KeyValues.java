package io.fluxj.kustomize.generate;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.GeneratorArgs;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.resource.DataEntries;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Collects the entries of a generated object from literals, files and env files. */
final class KeyValues {

    private final Directory directory;
    private final String name;
    private final Map<String, byte[]> entries = new TreeMap<>();

    private KeyValues(Directory directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    static Map<String, byte[]> of(GeneratorArgs args, Directory directory) {
        KeyValues values = new KeyValues(directory, args.name());
        args.sources().envs().forEach(values::envFile);
        args.sources().literals().forEach(values::literal);
        args.sources().files().forEach(values::file);
        return values.entries;
    }

    private void add(String key, byte[] value) {
        if (entries.put(key, value) != null) {
            throw BuildException.because("'" + name + "' repeats the key '" + key + "'")
                    .hint("every key may come from one source only");
        }
    }

    private void literal(String source) {
        int equals = source.indexOf('=');
        if (equals < 1) {
            throw BuildException.because("a literal of '" + name + "' is not of the form key=value")
                    .hint("write key=value");
        }
        String value = unquoted(source.substring(equals + 1));
        add(source.substring(0, equals), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && value.charAt(0) == value.charAt(value.length() - 1)
                && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private void file(String source) {
        int equals = source.indexOf('=');
        if (equals < 0) {
            add(source.substring(source.lastIndexOf('/') + 1), directory.load(source));
            return;
        }
        String key = source.substring(0, equals);
        String path = source.substring(equals + 1);
        if (path.contains("=")) {
            throw BuildException.because("the file source '" + source + "' has more than one '='")
                    .hint("write a path, or key=path; neither may contain another =");
        }
        if (key.isEmpty() || path.isEmpty()) {
            throw BuildException.because(
                    "the file source '" + source + "' lacks " + (key.isEmpty() ? "the key" : "the file"));
        }
        add(key, directory.load(path));
    }

    private void envFile(String path) {
        byte[] content = directory.load(path);
        String text = DataEntries.decode(content)
                .orElseThrow(() ->
                        BuildException.because("the env file is not UTF-8 text").inFile(directory.describe(path)));
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            line(lines[i], i == 0);
        }
    }

    private void line(String raw, boolean first) {
        String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
        String text = trimLeft(first && line.startsWith("\uFEFF") ? line.substring(1) : line);
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        if (!key.isEmpty()) {
            add(key, (equals < 0 ? "" : text.substring(equals + 1)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String trimLeft(String line) {
        int i = 0;
        while (i < line.length() && isSpace(line.charAt(i))) {
            i++;
        }
        return line.substring(i);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }
}
