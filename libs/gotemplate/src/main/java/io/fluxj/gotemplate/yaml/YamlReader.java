package io.fluxj.gotemplate.yaml;

import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.yaml.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the first document of a text into plain values, as go-yaml 2 does: numbers of all kinds are float64, keys are texts. */
public final class YamlReader {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();

    private static final int DEEPEST = 1_000;

    private final Meter meter;
    private final boolean exact;
    private final Iterator<Event> events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int depth;

    private YamlReader(Meter meter, boolean exact, String text) {
        this.meter = meter;
        this.exact = exact;
        this.events = new AnchorCheck(new Parse(SETTINGS).parseString(text).iterator());
    }

    /** A value that an alias may name, and how many values are in it. */
    private record Anchored(@Nullable Object value, boolean open) {}

    /**
     * The value of the first document; null when there is none.
     *
     * @throws YamlException when it is malformed
     */
    public static @Nullable Object read(Meter meter, String text) {
        return read(meter, false, text);
    }

    /**
     * As {@link #read}, with numbers as they were written: a {@code Long}, an unsigned {@code GoInt} or a {@code Double}.
     *
     * @throws YamlException when it is malformed
     */
    public static @Nullable Object readExact(Meter meter, String text) {
        return read(meter, true, text);
    }

    private static @Nullable Object read(Meter meter, boolean exact, String text) {
        meter.spend(text.length());
        try {
            return new YamlReader(meter, exact, prepared(text)).document();
        } catch (YamlEngineException e) {
            throw new YamlException(Problems.of(e));
        } catch (NumberFormatException e) {
            throw new YamlException("yaml: did not find expected hexdecimal number");
        }
    }

    private static String prepared(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            if (GoText.isLone(c)) {
                throw new YamlException("yaml: invalid leading UTF-8 octet");
            }
            boolean allowed = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0x7E)
                    || c == 0x85
                    || (c >= 0xA0 && c != 0xFFFE && c != 0xFFFF);
            if (!allowed) {
                throw new YamlException("yaml: control characters are not allowed");
            }
            i += Character.charCount(c);
        }
        return plain.replace('\u0085', '\n');
    }

    private @Nullable Object document() {
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent) {
                return whole();
            }
        }
        return null;
    }

    /** A document that is malformed further on fails for that, whatever its values are. */
    private @Nullable Object whole() {
        try {
            Object value = node(events.next());
            events.next();
            return value;
        } catch (YamlException e) {
            while (events.hasNext() && !(events.next() instanceof DocumentEndEvent)) {
                meter.spend(1);
            }
            throw e;
        }
    }

    private @Nullable Object node(Event event) {
        meter.spend(1);
        if (++depth > DEEPEST) {
            throw new YamlException("yaml: exceeded max depth of " + DEEPEST);
        }
        Object value =
                switch (event) {
                    case AliasEvent alias -> alias(alias.getAlias().getValue());
                    case ScalarEvent scalar -> anchored(scalar, scalar(scalar));
                    case SequenceStartEvent start -> anchored(start, sequence(start));
                    case MappingStartEvent start -> anchored(start, mapping(start));
                    default -> throw new IllegalStateException("unexpected event " + event.getEventId());
                };
        depth--;
        return value;
    }

    private @Nullable Object anchored(NodeEvent event, @Nullable Object value) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(value, false)));
        return value;
    }

    private void open(NodeEvent event) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(null, true)));
    }

    private @Nullable Object alias(String name) {
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new YamlException("yaml: unknown anchor '" + name + "' referenced");
        }
        if (anchored.open()) {
            throw new YamlException("yaml: anchor '" + name + "' value contains itself");
        }
        return copied(anchored.value());
    }

    /** Each place of an alias is a value of its own, since templates change values; the budget ends what grows without bound. */
    private @Nullable Object copied(@Nullable Object value) {
        meter.spend(1);
        return switch (value) {
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> copy = new HashMap<>();
                map.forEach((key, entry) -> copy.put(key, copied(entry)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(copied(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private List<@Nullable Object> sequence(SequenceStartEvent start) {
        open(start);
        List<@Nullable Object> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next));
        }
        return items;
    }

    private Map<String, @Nullable Object> mapping(MappingStartEvent start) {
        open(start);
        Map<String, @Nullable Object> map = new HashMap<>();
        List<Object> merged = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (isMerge(next)) {
                merge(merged, node(events.next()));
            } else {
                Object key = node(next);
                Object value = node(events.next());
                map.put(Keys.text(next, key, value), value);
            }
        }
        for (Object source : merged) {
            ((Map<?, ?>) source).forEach((key, value) -> map.putIfAbsent((String) key, value));
        }
        return map;
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().equals("<<")
                && scalar.getTag()
                        .filter(tag -> !tag.equals("tag:yaml.org,2002:merge"))
                        .isEmpty();
    }

    private static void merge(List<Object> merged, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            merged.add(map);
        } else if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            merged.addAll(list.reversed());
        } else {
            throw new YamlException("yaml: map merge requires map or sequence of maps as the value");
        }
    }

    private @Nullable Object scalar(ScalarEvent event) {
        Optional<String> tag = event.getTag().filter(written -> !written.equals("!"));
        if (tag.isPresent()) {
            return Tagged.read(tag.get(), event.getValue());
        }
        if (!event.isPlain() || event.getTag().isPresent()) {
            return event.getValue();
        }
        Object value = Resolver.read(event.getValue(), Dialect.V2).value();
        return exact ? value : Tagged.json(value);
    }
}
