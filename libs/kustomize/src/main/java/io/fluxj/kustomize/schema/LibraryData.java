package io.fluxj.kustomize.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables that come with the library. */
public final class LibraryData {

    private LibraryData() {}

    /** Rows of a table, without its heading. */
    public static List<String> rows(String name) {
        List<String> lines = lines(name);
        return lines.subList(1, lines.size());
    }

    /** All lines of a file. */
    public static List<String> lines(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String name) {
        InputStream in = LibraryData.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing from the library: " + name);
        }
        return in;
    }
}
