package io.fluxj.kube.request;

import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.json.JsonKeys;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys that come twice in the body of a request.
 *
 * @param keys of a JSON body in their order; empty unless some come twice
 * @param lines what is wrong with a YAML body
 * @param patch what is wrong with the form of a JSON patch
 */
record Repeats(List<JsonKeys.Place> keys, List<String> lines, List<String> patch) {
    static final Repeats NONE = new Repeats(List.of(), List.of(), List.of());

    static Repeats ofJson(byte[] json) {
        return new Repeats(places(json), List.of(), List.of());
    }

    static Repeats ofYaml(List<String> lines) {
        return new Repeats(List.of(), lines, List.of());
    }

    static Repeats ofJsonPatch(byte[] json) {
        List<String> out = new ArrayList<>();
        for (JsonKeys.Place place : places(json)) {
            if (place.again()) {
                out.add("json patch duplicate field \"" + place.path() + "\"");
            }
        }
        return new Repeats(List.of(), List.of(), out);
    }

    private static List<JsonKeys.Place> places(byte[] json) {
        try {
            return Nodes.repeatsKeys(json) ? JsonKeys.of(json).all() : List.of();
        } catch (IOException e) {
            throw ApiError.badRequest("error decoding: " + Bodies.problem(e));
        }
    }

    /** What is refused, together with the fields that the kind does not have. */
    List<String> refusals(List<String> unknown, boolean custom) {
        List<String> out = new ArrayList<>();
        if (!lines.isEmpty()) {
            out.add("yaml: unmarshal errors:\n  " + String.join("\n  ", lines));
        }
        out.addAll(others(unknown, custom));
        return out;
    }

    /** The same as warnings. */
    List<String> warnings(List<String> unknown, boolean custom) {
        List<String> out = new ArrayList<>(lines);
        out.addAll(others(unknown, custom));
        return out;
    }

    private List<String> others(List<String> unknown, boolean custom) {
        List<String> out = new ArrayList<>(patch);
        if (custom) {
            keys.stream()
                    .filter(JsonKeys.Place::again)
                    .map(place -> twice(place.path()))
                    .forEach(out::add);
        }
        if (custom || keys.isEmpty()) {
            (custom ? unknown.stream().sorted() : unknown.stream())
                    .map(Repeats::unknown)
                    .forEach(out::add);
            return out;
        }
        return inOrder(unknown, out);
    }

    /** Built-in kinds are read in one go, so that both kinds of mistakes come in the order of the text. */
    private List<String> inOrder(List<String> unknown, List<String> out) {
        Set<String> told = new HashSet<>();
        for (JsonKeys.Place place : keys) {
            if (unknown.contains(place.path())) {
                if (told.add(place.path())) {
                    out.add(unknown(place.path()));
                }
            } else if (place.again() && unknown.stream().noneMatch(u -> within(place.path(), u))) {
                out.add(twice(place.path()));
            }
        }
        unknown.stream().filter(told::add).map(Repeats::unknown).forEach(out::add);
        return out;
    }

    private static boolean within(String path, String parent) {
        return path.startsWith(parent + ".") || path.startsWith(parent + "[");
    }

    private static String twice(String path) {
        return "duplicate field \"" + path + "\"";
    }

    private static String unknown(String path) {
        return "unknown field \"" + path + "\"";
    }
}
