package io.fluxj.kustomize.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.kustomize.id.Gvk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the schema that comes with the library, once in a process. */
final class BuiltinSchema {

    private BuiltinSchema() {}

    static Schema get() {
        return Holder.SCHEMA;
    }

    private static final class Holder {
        private static final Schema SCHEMA = load();
    }

    private static Schema load() {
        try (InputStream in = new GZIPInputStream(LibraryData.open("kustomize-builtin.json.gz"))) {
            Schema types = OpenApiReader.read(new ObjectMapper().readValue(in, Map.class));
            return types.plus(new Schema(Map.of(), Map.of(), scopes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Gvk, Boolean> scopes() {
        Map<Gvk, Boolean> scopes = new HashMap<>();
        for (String line : LibraryData.rows("kustomize-namespaced.tsv")) {
            String[] column = line.split("\t", -1);
            scopes.put(new Gvk(column[0], column[1], column[2]), Boolean.valueOf(column[3]));
        }
        return scopes;
    }
}
