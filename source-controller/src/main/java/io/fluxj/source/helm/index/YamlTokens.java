package io.fluxj.source.helm.index;

import io.fluxj.gotemplate.yaml.PlainScalar;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The first document of a YAML text. What aliases stand for is repeated in their place. */
final class YamlTokens implements Tokens {
    /** The parser copies what it holds of a value whenever it reads on. */
    private static final int BUFFER = 1 << 16;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(BUFFER)
            .build();

    private static final String TAG = "tag:yaml.org,2002:";

    private final BoundedInput input;
    private final Iterator<Event> events;
    private final Repetitions repetitions;
    private int line;
    private int depth;

    private YamlTokens(BoundedInput input, Iterator<Event> events, long longest) {
        this.input = input;
        this.events = events;
        this.repetitions = new Repetitions(longest);
    }

    /** Begins with a text; what it repeats may not be longer than {@code longest} altogether. */
    static YamlTokens of(BoundedInput input, long longest) throws IOException {
        YamlTokens tokens = new YamlTokens(
                input, new Parse(SETTINGS).parseInputStream(input).iterator(), longest);
        Event event = tokens.event();
        while (event != null && !(event instanceof DocumentStartEvent)) {
            event = tokens.event();
        }
        return tokens;
    }

    @Override
    public Token next() throws IOException {
        Token repeated = repetitions.next();
        if (repeated != null) {
            return repeated;
        }
        Event event = event();
        if (event == null) {
            return new Token.Value(null);
        }
        if (event instanceof AliasEvent alias) {
            repetitions.repeat(alias.getAlias().getValue());
            return next();
        }
        if (event instanceof NodeEvent node) {
            node.getAnchor().ifPresent(anchor -> repetitions.define(anchor.getValue()));
        }
        Token token = token(event);
        repetitions.seen(token);
        return token;
    }

    private Token token(Event event) throws IndexException {
        return switch (event.getEventId()) {
            case MappingStart -> deeper(new Token.MapBegins());
            case SequenceStart -> deeper(new Token.ListBegins());
            case MappingEnd, SequenceEnd -> {
                depth--;
                yield new Token.Ends();
            }
            case Scalar -> new Token.Value(value((ScalarEvent) event));
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Alias, Comment -> new Token.Value(null);
        };
    }

    private Token deeper(Token token) throws IndexException {
        if (++depth > DEEPEST) {
            throw IndexException.malformed("yaml: " + place() + ": nested deeper than " + DEEPEST + " levels");
        }
        return token;
    }

    private @Nullable Object value(ScalarEvent scalar) throws IndexException {
        String tag = scalar.getTag().orElse("");
        if (tag.isEmpty() && scalar.isPlain()) {
            if (scalar.getValue().equals("<<")) {
                throw IndexException.malformed(
                        "yaml: " + place() + ": merge keys (<<) are not supported in an index; write the fields out");
            }
            return PlainScalar.read(scalar.getValue());
        }
        if (tag.isEmpty() || tag.equals("!") || tag.equals(TAG + "str")) {
            return scalar.getValue();
        }
        throw IndexException.malformed("yaml: " + place() + ": the tag " + tag + " is not supported in an index");
    }

    private @Nullable Event event() throws IOException {
        try {
            Event event = events.hasNext() ? events.next() : null;
            input.complete();
            line = event == null
                    ? line
                    : event.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
            return event;
        } catch (YamlEngineException malformed) {
            if (malformed.getCause() instanceof IndexException bounded) {
                throw IndexException.malformed("yaml: after line " + line + ": " + bounded.getMessage());
            }
            throw IndexException.malformed(PlainScalar.problem(malformed));
        } catch (NumberFormatException escape) {
            throw IndexException.malformed("yaml: after line " + line + ": malformed escape sequence");
        }
    }

    @Override
    public String place() {
        return "line " + line;
    }

    @Override
    public long consumed() {
        return input.consumed() + repetitions.repeated();
    }

    @Override
    public boolean isStrict() {
        return true;
    }
}
