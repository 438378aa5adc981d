package io.fluxj.automation.setters;

import io.fluxj.automation.setters.YamlNode.Alias;
import io.fluxj.automation.setters.YamlNode.Entry;
import io.fluxj.automation.setters.YamlNode.Mapping;
import io.fluxj.automation.setters.YamlNode.Scalar;
import io.fluxj.automation.setters.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Sets the marked values of one file, and leaves every other byte as it is. A marker belongs to the scalar whose line it ends; one that is alone on the line
 * above {@code key: value} belongs to that value, unless the value's own line has one. Source: behaviour §6; surprises (image automation).
 */
public final class FileEdit {
    private final String text;
    private final Lines lines;
    private final Setters setters;
    private final List<Replacement> replacements = new ArrayList<>();
    private final Map<ObjectId, List<Change>> changes = new TreeMap<>();

    private record Replacement(int start, int end, String text) {}

    private FileEdit(String text, Setters setters) {
        this.text = text;
        this.lines = new Lines(text);
        this.setters = setters;
    }

    /** Whether a file is worth to be looked at. */
    public static boolean isMarked(String text) {
        return text.contains(Marker.KEY);
    }

    /**
     * The file with its values set.
     *
     * @throws UnparsableFileException when it cannot be read
     */
    public static EditedFile edit(String text, Setters setters) throws UnparsableFileException {
        FileEdit edit = new FileEdit(text, setters);
        for (YamlNode document : YamlReader.read(text)) {
            if (document instanceof Mapping object) {
                edit.object(object);
            }
        }
        return new EditedFile(edit.result(), edit.changes);
    }

    private void object(Mapping object) throws UnparsableFileException {
        ObjectId id = id(object);
        for (Entry entry : object.entries()) {
            boolean listed = id.kind().endsWith("List")
                    && entry.key() instanceof Scalar key
                    && key.value().equals("items");
            if (listed && entry.value() instanceof Sequence items) {
                items(id, items);
            } else {
                visit(id, entry.value());
            }
        }
    }

    private void items(ObjectId list, Sequence items) throws UnparsableFileException {
        for (YamlNode item : items.items()) {
            if (item instanceof Mapping object) {
                object(object);
            } else {
                visit(list, item);
            }
        }
    }

    private static ObjectId id(Mapping object) throws UnparsableFileException {
        YamlNode metadata = object.get("metadata").orElseGet(() -> new Mapping(List.of()));
        if (metadata instanceof Scalar scalar && !isNull(scalar)) {
            throw new UnparsableFileException("metadata is no mapping");
        }
        Mapping named = metadata instanceof Mapping mapping ? mapping : new Mapping(List.of());
        return new ObjectId(
                object.text("apiVersion"), object.text("kind"), named.text("name"), named.text("namespace"));
    }

    private static boolean isNull(Scalar scalar) {
        return scalar.style() == ScalarStyle.PLAIN && List.of("", "~", "null").contains(scalar.value());
    }

    /** Depth is bounded by the reader. */
    private void visit(ObjectId object, YamlNode node) {
        switch (node) {
            case Scalar scalar -> set(object, scalar);
            case Sequence sequence -> sequence.items().forEach(item -> visit(object, item));
            case Mapping mapping -> mapping.entries().forEach(entry -> visit(object, entry.value()));
            case Alias _ -> {
                // what it stands for is set where it stands
            }
        }
    }

    private void set(ObjectId object, Scalar scalar) {
        boolean empty = scalar.style() == ScalarStyle.PLAIN && scalar.value().isEmpty();
        Optional<Marker> marker = empty ? Optional.empty() : marker(scalar);
        Optional<String> value = marker.flatMap(found -> setters.value(found.setter()));
        if (value.isEmpty() || value.get().equals(scalar.value())) {
            return;
        }
        int start = ScalarText.start(text, scalar);
        String written = ScalarText.of(scalar, text.substring(start, scalar.end()), value.get());
        replacements.add(new Replacement(start, scalar.end(), written));
        changes.computeIfAbsent(object, _ -> new ArrayList<>())
                .add(new Change(scalar.value(), value.get(), marker.get().setter()));
    }

    private Optional<Marker> marker(Scalar scalar) {
        int start = ScalarText.start(text, scalar);
        if (isBlock(scalar)) {
            return lines.inHeader(start).flatMap(Marker::in);
        }
        Optional<Marker> own = lines.behind(scalar.end()).flatMap(Marker::in);
        boolean alone = lines.endsLine(scalar.end())
                && text.substring(start, scalar.end()).indexOf('\n') < 0;
        return own.isPresent() || !alone ? own : lines.above(scalar.start()).flatMap(Marker::in);
    }

    private static boolean isBlock(Scalar scalar) {
        return scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
    }

    private String result() {
        StringBuilder result = new StringBuilder(text);
        for (Replacement replacement : replacements.reversed()) {
            result.replace(replacement.start(), replacement.end(), replacement.text());
        }
        return result.toString();
    }
}
