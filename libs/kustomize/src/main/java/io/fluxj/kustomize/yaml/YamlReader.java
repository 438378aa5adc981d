package io.fluxj.kustomize.yaml;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;

/** Reads the first document of a text into nodes. Comments are not kept; anchors and aliases are, until {@link Anchors} expands them. */
public final class YamlReader {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private static final int MOST_REPAIRS = 50;

    private final Iterator<Event> events;
    private final Bounds bounds;
    private final int firstLine;
    private final boolean separators;
    private final int @Nullable [] escapes;
    private final KeyComments comments;
    private final Map<String, Node> anchors = new HashMap<>();
    private int nodes;

    private YamlReader(String source, Bounds bounds, int firstLine) {
        this.separators = source.indexOf('\u2028') >= 0 || source.indexOf('\u2029') >= 0;
        this.escapes = OldEscapes.mayHoldLater(source) ? source.codePoints().toArray() : null;
        this.comments = new KeyComments(source);
        this.events = new ParserImpl(SETTINGS, OldTokens.of(source, SETTINGS));
        this.bounds = bounds;
        this.firstLine = firstLine;
    }

    /** An unclosed quote is noticed at the end of the text, but was written where the scalar begins. */
    private static Optional<Mark> place(MarkedYamlEngineException failure) {
        boolean unclosed = String.valueOf(failure.getContext()).contains("quoted scalar")
                && String.valueOf(failure.getProblem()).contains("end of stream");
        return unclosed ? failure.getContextMark().or(failure::getProblemMark) : failure.getProblemMark();
    }

    /**
     * The root of the first document, or null if the text holds no document. What follows the first document is not looked at.
     *
     * @param firstLine number of the text's first line in its file, for {@link Node#line()} and errors
     * @throws YamlException if the text up to the end of the first document is malformed
     */
    public static @Nullable Node read(String text, Bounds bounds, int firstLine) {
        String source = OldBreaks.spelled(withoutMark(text), SETTINGS);
        for (int repairs = 0; ; repairs++) {
            try {
                return new YamlReader(source, bounds, firstLine).document();
            } catch (MarkedYamlEngineException e) {
                String repaired = repairs < MOST_REPAIRS ? OldEscapes.repaired(source, e) : null;
                if (repaired == null) {
                    int line = place(e).map(mark -> mark.getLine() + firstLine).orElse(0);
                    throw new YamlException("malformed YAML: " + e.getProblem(), line);
                }
                source = repaired;
            } catch (
                    NumberFormatException
                            e) { // thrown by the parser in use for an escape that the end of the text cuts off
                throw new YamlException("malformed YAML: an escape in double quotes is cut off", 0);
            } catch (YamlEngineException e) {
                throw new YamlException("malformed YAML: " + oneLine(String.valueOf(e.getMessage())), 0);
            }
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String oneLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private @Nullable Node document() {
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent start) {
                refuseOtherVersion(start.getSpecVersion());
                Node root = node(events.next(), 0);
                events.next();
                return root;
            }
        }
        return null;
    }

    private void refuseOtherVersion(Optional<SpecVersion> version) {
        if (version.isPresent()
                && (version.get().getMajor() != 1 || version.get().getMinor() != 1)) {
            throw new YamlException("malformed YAML: the directive asks for a YAML version other than 1.1", firstLine);
        }
    }

    private Node node(Event event, int depth) {
        if (depth > bounds.depth()) {
            throw new YamlException("nested deeper than " + bounds.depth() + " levels", line(event));
        }
        if (++nodes > bounds.nodes()) {
            throw new YamlException("more than " + bounds.nodes() + " YAML nodes in one document", line(event));
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        Node node = event instanceof ScalarEvent scalar
                ? scalar(scalar)
                : event instanceof MappingStartEvent ? Node.mapping() : Node.sequence();
        node.setLine(line(event));
        if (event instanceof NodeEvent named) {
            named.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        }
        if (event instanceof CollectionStartEvent start) {
            node.setFlow(start.isFlow());
        }
        if (event instanceof MappingStartEvent start) {
            tag(node, start.getTag(), Tags.MAP);
            children(node, Event.ID.MappingEnd, depth);
        } else if (event instanceof SequenceStartEvent start) {
            tag(node, start.getTag(), Tags.SEQUENCE);
            children(node, Event.ID.SequenceEnd, depth);
        }
        return node;
    }

    private void children(Node parent, Event.ID end, int depth) {
        Event key = null;
        for (Event next = events.next(); next.getEventId() != end; next = events.next()) {
            Node child = node(next, depth + 1);
            if (parent.isFlow() && isPlain(child) && child.value().indexOf('?') >= 0) {
                throw new YamlException(
                        "malformed YAML: in brackets and braces, text with a ? has to be in quotes", child.line());
            }
            parent.content().add(child);
            if (parent.isMapping() && !parent.isFlow()) {
                key = comment(parent, key, next);
            }
        }
    }

    /** The event of the key whose value comes next, or null after a value. */
    private @Nullable Event comment(Node mapping, @Nullable Event key, Event last) {
        List<Node> content = mapping.content();
        if (key == null) {
            return last;
        }
        comments.mark(content.get(content.size() - 2), key, content.getLast());
        return null;
    }

    private static boolean isPlain(Node node) {
        return node.isScalar() && node.style() == Node.Style.PLAIN;
    }

    private Node alias(AliasEvent event) {
        Node target = anchors.get(event.getAlias().getValue());
        if (target == null) {
            throw new YamlException("unknown anchor '" + event.getAlias().getValue() + "' referenced", line(event));
        }
        Node alias = Node.alias(target);
        alias.setLine(line(event));
        return alias;
    }

    private void refuseLaterEscapes(ScalarEvent event) {
        if (escapes != null
                && event.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED
                && event.getStartMark().isPresent()
                && event.getEndMark().isPresent()) {
            int from = event.getStartMark().get().getIndex();
            int to = event.getEndMark().get().getIndex();
            OldEscapes.refuseLater(new String(escapes, from, to - from), line(event));
        }
    }

    private Node scalar(ScalarEvent event) {
        refuseLaterEscapes(event);
        Node node = Node.scalar(separators ? OldEscapes.folded(event.getValue()) : event.getValue());
        node.setStyle(style(event.getScalarStyle()));
        node.setAsText(event.getTag().filter("!"::equals).isPresent());
        String written = event.getTag().orElse("");
        if (!written.isEmpty() && !written.equals("!")) {
            tag(node, event.getTag(), "");
        } else if (node.style() != Node.Style.PLAIN) {
            node.setTag(Tags.STRING);
        } else if (node.value().equals("<<")) {
            node.setTag(Tags.MERGE);
        } else {
            node.setTag(Scalars.read(node.value(), Scalars.Rules.YAML_1_2).tag());
        }
        return node;
    }

    private static void tag(Node node, Optional<String> written, String otherwise) {
        boolean spelled = written.isPresent()
                && !written.get().isEmpty()
                && !written.get().equals("!");
        node.setTag(spelled ? Tags.shorten(written.get()) : otherwise);
        node.setTagWritten(spelled);
    }

    private static Node.Style style(ScalarStyle style) {
        return switch (style) {
            case PLAIN, JSON_SCALAR_STYLE -> Node.Style.PLAIN;
            case SINGLE_QUOTED -> Node.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Node.Style.DOUBLE_QUOTED;
            case LITERAL -> Node.Style.LITERAL;
            case FOLDED -> Node.Style.FOLDED;
        };
    }

    private int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + firstLine).orElse(0);
    }
}
