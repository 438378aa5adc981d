package io.fluxj.kube.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of a JSON text in their order.
 *
 * @param all paths such as {@code spec.ports[0].port}, each where it comes first, and once more where it first comes again
 */
public record JsonKeys(List<Place> all) {
    /**
     * A key.
     *
     * @param path where
     * @param again whether the object has it already
     */
    public record Place(String path, boolean again) {}

    /** Reads a text that was found to be JSON. */
    public static JsonKeys of(byte[] json) throws IOException {
        List<Place> out = new ArrayList<>();
        try (JsonParser parser = Nodes.mapper().createParser(json)) {
            parser.nextToken();
            walk(parser, "", out);
        }
        return new JsonKeys(out);
    }

    private static void walk(JsonParser parser, String path, List<Place> out) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Set<String> seen = new HashSet<>();
            Set<String> told = new HashSet<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                String below = path.isEmpty() ? name : path + "." + name;
                boolean again = !seen.add(name);
                if (!again || told.add(name)) {
                    out.add(new Place(below, again));
                }
                parser.nextToken();
                walk(parser, below, out);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                walk(parser, path + "[" + i + "]", out);
            }
        }
    }
}
