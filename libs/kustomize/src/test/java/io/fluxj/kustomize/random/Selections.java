package io.fluxj.kustomize.random;

import static io.fluxj.kustomize.random.Values.list;
import static io.fluxj.kustomize.random.Values.map;

import io.fluxj.kustomize.random.Values.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What points at objects and into them: selectors, JSON patches, replacements and variables. */
final class Selections {

    private final Dice dice;

    Selections(Dice dice) {
        this.dice = dice;
    }

    Map<String, Object> selector(Map<String, Object> object) {
        String kind = Values.textAt(object, "kind");
        if (dice.chance(75)) {
            return map("kind", kind, "name", Values.name(object));
        }
        Map<String, Object> selector = map("kind", dice.pick(kind, ".*", "Deployment|Service", "(Config|Secret).*"));
        if (dice.chance(40)) {
            selector.put("name", dice.pick(Values.name(object), "web.*", ".*eb", "web|api", "^web$", "w.b", "pre-.*"));
        }
        if (dice.chance(10)) {
            selector.put("namespace", dice.pick("prod", ".*", "pr.*"));
        }
        if (dice.chance(20)) {
            selector.put(
                    "labelSelector",
                    dice.pick("app=web", "app", "!app", "app in (web,api)", "app notin (web)", "app!=web,tier"));
        }
        if (dice.chance(10)) {
            selector.put("annotationSelector", dice.pick("note", "a/b=v", "!note"));
        }
        return selector;
    }

    List<Object> jsonPatch(Map<String, Object> object) {
        List<Object> operations = new ArrayList<>();
        for (int i = dice.pick(1, 1, 1, 2, 3); i > 0; i--) {
            operations.add(operation(object));
        }
        return operations;
    }

    private Map<String, Object> operation(Map<String, Object> object) {
        Place place = place(object);
        return switch (dice.below(8)) {
            case 0, 1, 2 -> map("op", "replace", "path", place.pointer(), "value", value());
            case 3 -> map("op", "remove", "path", place.pointer());
            case 4 -> map("op", "test", "path", place.pointer(), "value", place.value());
            case 5 -> map("op", "copy", "from", place.pointer(), "path", dice.pick("/metadata/copied", "/copied"));
            case 6 -> map("op", "add", "path", "/metadata/" + dice.pick("added", "a~1b", "n~0x"), "value", value());
            default -> map("op", "add", "path", inside(place), "value", value());
        };
    }

    private static String inside(Place place) {
        boolean list = place.value() instanceof List;
        return place.pointer() + (list ? "/-" : place.value() instanceof Map ? "/new" : "");
    }

    private Object value() {
        return dice.chance(50)
                ? OddScalars.any(dice)
                : dice.pick("v", 5, true, Raw.NULL, map("name", "z", "image", "i"), list("l"), map());
    }

    /** Somewhere in the object, but not at what says which object it is. */
    private Place place(Map<String, Object> object) {
        List<Place> places = Values.places(object).stream()
                .filter(place -> place.path().size() > 1 && !place.path().contains("name"))
                .toList();
        return places.isEmpty() ? new Place(List.of("metadata", "labels", "app"), "web") : dice.pick(places);
    }

    Map<String, Object> replacement(List<Map<String, Object>> objects) {
        Map<String, Object> source = dice.pick(objects);
        Map<String, Object> from = identity(source);
        if (dice.chance(70)) {
            from.put("fieldPath", fieldPath(source));
        }
        if (dice.chance(10)) {
            from.put("options", map("delimiter", dice.pick("-", "/", "."), "index", dice.pick(0, 0, 1, -1)));
        }
        Map<String, Object> target = dice.pick(objects);
        Map<String, Object> to = map("select", identity(target), "fieldPaths", list(fieldPath(target)));
        if (dice.chance(40)) {
            to.put("options", options());
        }
        return dice.chance(12)
                ? map("sourceValue", dice.pick("sv", "5", "a-b-c"), "targets", list(to))
                : map("source", from, "targets", list(to));
    }

    private Map<String, Object> options() {
        return dice.pick(
                map("create", true),
                map("delimiter", "-", "index", 0),
                map("delimiter", "/", "index", 1),
                map("delimiter", ":", "index", -1),
                map("delimiter", ".", "index", 9));
    }

    private static Map<String, Object> identity(Map<String, Object> object) {
        return map("kind", Values.textAt(object, "kind"), "name", Values.name(object));
    }

    private String fieldPath(Map<String, Object> object) {
        if (dice.chance(20)) {
            return dice.pick("metadata.name", "metadata.name", "metadata.labels.app", "kind");
        }
        StringBuilder path = new StringBuilder();
        for (String step : place(object).path()) {
            path.append(path.isEmpty() ? "" : ".").append(step.indexOf('.') < 0 ? step : "[" + step + "]");
        }
        return path.toString();
    }

    Map<String, Object> variable(Map<String, Object> object, String name) {
        Map<String, Object> reference = identity(object);
        reference.put("apiVersion", Values.textAt(object, "apiVersion"));
        Map<String, Object> variable = map("name", name, "objref", reference);
        if (dice.chance(30)) {
            variable.put("fieldref", map("fieldpath", "metadata.name"));
        }
        return variable;
    }
}
