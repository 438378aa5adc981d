package io.fluxj.source.helm.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JSON text. */
final class JsonTokens implements Tokens {
    private static final int MOST_BLANKS = 1024;

    private final JsonParser parser;

    private JsonTokens(JsonParser parser) {
        this.parser = parser;
    }

    static JsonTokens of(InputStream input, int longest) throws IOException {
        return new JsonTokens(parser(input, longest));
    }

    private static JsonParser parser(InputStream input, int longest) throws IOException {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxStringLength(longest)
                .maxNestingDepth(DEEPEST)
                .build();
        return JsonFactory.builder().streamReadConstraints(bounds).build().createParser(input);
    }

    /** Whether a file is JSON from beginning to end. What merely begins like it is read as YAML. */
    static boolean isIn(Path file, int longest) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (!beginsWithBrace(in)) {
                return false;
            }
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = parser(in, longest)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonParseException other) {
            return false;
        } catch (JsonProcessingException bounded) {
            throw new IndexException(bounded.getOriginalMessage());
        }
    }

    private static boolean beginsWithBrace(InputStream in) throws IOException {
        int c = in.read();
        for (int i = 0; i < MOST_BLANKS && (c == ' ' || c == '\n' || c == '\r' || c == '\t'); i++) {
            c = in.read();
        }
        return c == '{';
    }

    @Override
    public Token next() throws IOException {
        JsonToken token = parser.nextToken();
        return switch (token) {
            case START_OBJECT -> new Token.MapBegins();
            case START_ARRAY -> new Token.ListBegins();
            case END_OBJECT, END_ARRAY -> new Token.Ends();
            case null -> new Token.Value(null);
            case FIELD_NAME,
                    VALUE_STRING,
                    VALUE_NUMBER_INT,
                    VALUE_NUMBER_FLOAT,
                    VALUE_TRUE,
                    VALUE_FALSE,
                    VALUE_NULL,
                    VALUE_EMBEDDED_OBJECT,
                    NOT_AVAILABLE -> new Token.Value(value(token));
        };
    }

    private @Nullable Object value(JsonToken token) throws IOException {
        return switch (token) {
            case FIELD_NAME, VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, START_OBJECT, END_OBJECT, START_ARRAY, END_ARRAY ->
                null;
        };
    }

    @Override
    public String place() {
        return "line " + parser.currentLocation().getLineNr();
    }

    @Override
    public long consumed() {
        return parser.currentLocation().getByteOffset();
    }

    @Override
    public boolean isStrict() {
        return false;
    }
}
