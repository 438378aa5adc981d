package io.fluxj.source.helm.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An index in the form in which it is stored, see {@link IndexFile}: as each chart begins on a line of its own, all others are skipped without a look. Nothing
 * but one entry is in memory at a time.
 */
public final class StoredIndex {
    private static final byte[] ENTRIES = bytes("  \"entries\": {\n");
    private static final byte[] NAME = bytes("    \"");
    private static final byte[] LIST = bytes("[");
    private static final int LONGEST_VALUE = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(com.fasterxml.jackson.core.StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_VALUE)
                    .maxNestingDepth(Tokens.DEEPEST)
                    .build())
            .build();

    private StoredIndex() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What an index has of a chart. */
    public enum Presence {
        /** It does not know the chart. */
        UNKNOWN,
        /** It names the chart, without versions. */
        EMPTY,
        /** It has versions of it. */
        PRESENT
    }

    /**
     * Looks at the versions of a chart, from the newest to the oldest.
     *
     * @param index its text from the beginning; read no further than needed
     * @param goesOn given each version; false when no other one needs to be looked at
     */
    public static Presence look(InputStream index, String chart, Predicate<IndexEntry> goesOn) throws IOException {
        LineSearch search = new LineSearch(index);
        if (!search.moveBehind(ENTRIES) || !search.moveBehind(bytes("    " + key(chart) + ": "))) {
            return Presence.UNKNOWN;
        }
        return versions(search, goesOn);
    }

    /**
     * As {@link #look}, where it is known where the versions begin.
     *
     * @param index its text from there on
     */
    static Presence versions(InputStream index, Predicate<IndexEntry> goesOn) throws IOException {
        if (index.read() != LIST[0]) {
            return Presence.EMPTY;
        }
        boolean any = false;
        try (JsonParser parser = JSON.createParser(new SequenceInputStream(new ByteArrayInputStream(LIST), index))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                any = true;
                if (!goesOn.test(entry(parser))) {
                    break;
                }
            }
        }
        return any ? Presence.PRESENT : Presence.EMPTY;
    }

    /** Where the versions of each chart begin, in bytes, by the name of the chart as {@link #key} writes it. */
    static Map<String, Long> places(InputStream index) throws IOException {
        LineSearch search = new LineSearch(index);
        Map<String, Long> places = new HashMap<>();
        boolean more = search.moveBehind(ENTRIES);
        while (more && search.moveBehind(NAME)) {
            String name = restOfName(search);
            search.skipNBytes(2);
            places.putIfAbsent(name, search.consumed());
            more = search.moveBehindLine();
        }
        return places;
    }

    private static String restOfName(LineSearch search) throws IOException {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.write('"');
        int c = search.read();
        while (c != '"' && c >= 0 && name.size() < LONGEST_VALUE) {
            name.write(c);
            if (c == '\\') {
                name.write(search.read());
            }
            c = search.read();
        }
        name.write('"');
        return name.toString(StandardCharsets.UTF_8);
    }

    /** A name as the stored form has it. */
    static String key(String chart) {
        return JsonText.quoted(chart);
    }

    private static IndexEntry entry(JsonParser parser) throws IOException {
        String name = "";
        String version = "";
        Instant created = Instant.MIN;
        List<String> urls = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> name = parser.getText();
                case "version" -> version = parser.getText();
                case "created" -> created = moment(parser.getText());
                case "urls" -> readTexts(parser, urls);
                default -> parser.skipChildren();
            }
        }
        return new IndexEntry(name, version, created, urls);
    }

    private static void readTexts(JsonParser parser, List<String> texts) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            }
        }
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            return Instant.MIN;
        }
    }
}
