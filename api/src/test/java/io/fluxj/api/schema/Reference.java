package io.fluxj.api.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of the reference: every kind and every field as the original serves them. */
final class Reference {
    private Reference() {}

    /** The kinds: a line per kind, by column. */
    static Map<String, List<String>> kinds() {
        var kinds = new TreeMap<String, List<String>>();
        lines("crd-kinds.tsv").forEach(columns -> kinds.put(columns.get(1), columns));
        return kinds;
    }

    /** The fields of a kind, by path. */
    static Map<String, Field> fieldsOf(String kind) {
        return fieldsOf(kind, "crds.tsv");
    }

    /** The fields of a kind that are new or others in Flux 2.10, by path. */
    static Map<String, Field> laterFieldsOf(String kind) {
        return fieldsOf(kind, "crds-2.10.tsv");
    }

    private static Map<String, Field> fieldsOf(String kind, String file) {
        var fields = new TreeMap<String, Field>();
        lines(file)
                .filter(columns -> columns.get(2).equals(kind))
                .forEach(columns -> fields.put(columns.get(3), Field.ofReference(columns.subList(4, columns.size()))));
        return fields;
    }

    private static Stream<List<String>> lines(String file) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> Arrays.asList(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
