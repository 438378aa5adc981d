package io.fluxj.automation.setters;

import io.fluxj.automation.setters.YamlNode.Alias;
import io.fluxj.automation.setters.YamlNode.Entry;
import io.fluxj.automation.setters.YamlNode.Mapping;
import io.fluxj.automation.setters.YamlNode.Scalar;
import io.fluxj.automation.setters.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of a text. Belongs to one thread. */
final class YamlReader {
    private static final int DEEPEST = 200;

    private final String text;
    private final boolean plain;
    private final Iterator<Event> events;
    private final Set<Anchor> anchors = new HashSet<>();

    private YamlReader(String text, Iterator<Event> events) {
        this.text = text;
        this.plain = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
        this.events = events;
    }

    /** What the library takes for a fault: a tab between a value and the comment or the end of its line. */
    private static final Pattern TABS = Pattern.compile("(?<![ \\t])[ \\t]++(?=#|\\r?\\n|\\z)");

    static List<YamlNode> read(String text) throws UnparsableFileException {
        try {
            return parsed(text);
        } catch (UnparsableFileException malformed) {
            String spaced = TABS.matcher(text)
                    .replaceAll(blank -> " ".repeat(blank.group().length()));
            if (spaced.equals(text)) {
                throw malformed;
            }
            // every character is where it was
            return parsed(spaced);
        }
    }

    private static List<YamlNode> parsed(String text) throws UnparsableFileException {
        // the library fails where a character of two halves lies across the end of its buffer
        LoadSettings settings = LoadSettings.builder()
                .setBufferSize(text.length() + 1)
                .setCodePointLimit(Math.max(1, text.length()))
                .build();
        try {
            return new YamlReader(text, new Parse(settings).parseString(text).iterator()).documents();
        } catch (MarkedYamlEngineException malformed) {
            String where = malformed
                    .getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                    .orElse("");
            throw new UnparsableFileException(where + malformed.getProblem(), malformed);
        } catch (YamlEngineException malformed) {
            throw new UnparsableFileException(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    private List<YamlNode> documents() throws UnparsableFileException {
        List<YamlNode> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent start) {
                if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
                    throw new UnparsableFileException("a directive (a line that begins with %) is not read");
                }
                anchors.clear();
                documents.add(node(events.next(), 0));
            }
        }
        return documents;
    }

    private YamlNode node(Event event, int depth) throws UnparsableFileException {
        if (depth > DEEPEST) {
            throw new UnparsableFileException("values lie more than " + DEEPEST + " deep within each other");
        }
        if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
            node.getAnchor().ifPresent(anchors::add);
        }
        return switch (event) {
            case ScalarEvent scalar ->
                new Scalar(
                        scalar.getValue(),
                        scalar.getScalarStyle(),
                        index(scalar.getStartMark()),
                        index(scalar.getEndMark()));
            case AliasEvent alias -> alias(alias);
            case SequenceStartEvent _ -> sequence(depth);
            case MappingStartEvent _ -> mapping(depth);
            default -> throw new UnparsableFileException("a value is missing");
        };
    }

    private static int nowhere() {
        return -1;
    }

    private YamlNode alias(AliasEvent alias) throws UnparsableFileException {
        if (!anchors.contains(alias.getAlias())) {
            throw new UnparsableFileException("unknown anchor '" + alias.getAlias() + "' referenced");
        }
        return new Alias();
    }

    private YamlNode sequence(int depth) throws UnparsableFileException {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(List.copyOf(items));
    }

    private YamlNode mapping(int depth) throws UnparsableFileException {
        List<Entry> entries = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event, depth + 1);
            entries.add(new Entry(key, node(events.next(), depth + 1)));
        }
        return new Mapping(List.copyOf(entries));
    }

    /** Marks count code points. */
    private int index(Optional<Mark> mark) {
        int points = mark.map(Mark::getIndex).orElseGet(YamlReader::nowhere);
        return plain || points < 0 ? points : text.offsetByCodePoints(0, points);
    }
}
