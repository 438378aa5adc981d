package io.fluxj.sops.metadata;

import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a tree of keys like {@code age__list_0__map_enc}. */
final class Unflattened {
    private static final Pattern STEP = Pattern.compile("__(map|list)_");
    private static final int DEEPEST = 20;

    private final Map<String, Unflattened> children = new TreeMap<>();
    private final Map<Integer, Unflattened> items = new TreeMap<>();
    private @Nullable Value value;

    private Unflattened() {}

    static Value.Branch of(Value.Branch flat) {
        Unflattened root = new Unflattened();
        for (Entry entry : flat.entries()) {
            if (entry instanceof Entry.Field field) {
                root.place(field);
            }
        }
        return root.value("") instanceof Value.Branch branch ? branch : new Value.Branch(List.of());
    }

    private void place(Entry.Field field) {
        Unflattened place = this;
        Matcher steps = STEP.matcher(field.key());
        boolean list = false;
        int start = 0;
        int depth = 0;
        while (steps.find()) {
            place = place.child(field.key().substring(start, steps.start()), list);
            list = steps.group(1).equals("list");
            start = steps.end();
            if (++depth > DEEPEST) {
                throw error(field.key(), "nested deeper than " + DEEPEST + " levels");
            }
        }
        place = place.child(field.key().substring(start), list);
        if (place.value != null) {
            throw error(field.key(), "Duplicate value");
        }
        place.value = field.value();
    }

    private Unflattened child(String name, boolean list) {
        return list
                ? items.computeIfAbsent(position(name), key -> new Unflattened())
                : children.computeIfAbsent(name, key -> new Unflattened());
    }

    /** What is no number is 0, as in sops. */
    private static int position(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static MetadataException error(String key, String problem) {
        return new MetadataException("Error while unflattening \"" + key + "\": " + problem);
    }

    private Value value(String key) {
        Value own = value;
        int kinds = (own == null ? 0 : 1) + (children.isEmpty() ? 0 : 1) + (items.isEmpty() ? 0 : 1);
        if (kinds > 1) {
            throw error(key, "Type mismatch");
        }
        if (own != null) {
            return own;
        }
        return items.isEmpty() ? branch() : list(key);
    }

    private Value branch() {
        List<Entry> entries = new ArrayList<>();
        children.forEach((key, child) -> entries.add(new Entry.Field(key, child.value(key))));
        return new Value.Branch(entries);
    }

    private Value list(String key) {
        if (!items.containsKey(0) || !items.containsKey(items.size() - 1)) {
            throw error(key, "Incomplete list");
        }
        return new Value.Items(
                items.values().stream().map(item -> item.value(key)).toList());
    }
}
