package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The smallest part of a rule: one verb on one resource or path.
 *
 * @param verb the verb, may be {@code *}
 * @param group the API group; unused for paths
 * @param resource the resource; empty for paths
 * @param name the object's name; empty for any
 * @param path the path; empty for resources
 */
record Right(String verb, String group, String resource, String name, String path) {
    /** All of which a rule consists. */
    static List<Right> of(JsonNode rule) {
        List<Right> out = new ArrayList<>();
        for (JsonNode group : rule.path("apiGroups")) {
            for (JsonNode resource : rule.path("resources")) {
                for (JsonNode verb : rule.path("verbs")) {
                    List<String> names = texts(rule.path("resourceNames"));
                    (names.isEmpty() ? List.of("") : names)
                            .forEach(name ->
                                    out.add(new Right(verb.asText(), group.asText(), resource.asText(), name, "")));
                }
            }
        }
        for (JsonNode path : rule.path("nonResourceURLs")) {
            rule.path("verbs").forEach(verb -> out.add(new Right(verb.asText(), "", "", "", path.asText())));
        }
        return out;
    }

    boolean coveredBy(JsonNode rule) {
        if (!has(rule.path("verbs"), verb)) {
            return false;
        }
        if (!path.isEmpty()) {
            return texts(rule.path("nonResourceURLs")).stream().anyMatch(this::within);
        }
        List<String> names = texts(rule.path("resourceNames"));
        return has(rule.path("apiGroups"), group)
                && ofResource(rule.path("resources"))
                && (names.isEmpty() || (!name.isEmpty() && names.contains(name)));
    }

    private boolean within(String pattern) {
        boolean prefix = pattern.endsWith("*") && path.startsWith(pattern.substring(0, pattern.length() - 1));
        return prefix || pattern.equals(path);
    }

    private boolean ofResource(JsonNode resources) {
        int slash = resource.indexOf('/');
        return has(resources, resource) || (slash >= 0 && texts(resources).contains("*" + resource.substring(slash)));
    }

    /** As the real server names them: the verbs of one resource together, in alphabetical order. */
    static Set<String> described(List<Right> rights) {
        Map<Right, Set<String>> verbs = new LinkedHashMap<>();
        for (Right right : rights) {
            // Paths are named one by one.
            Right about = new Right(
                    right.path.isEmpty() ? "" : right.verb, right.group, right.resource, right.name, right.path);
            verbs.computeIfAbsent(about, r -> new LinkedHashSet<>()).add(right.verb);
        }
        Set<String> out = new TreeSet<>();
        verbs.forEach((right, list) -> out.add(right.described(list)));
        return out;
    }

    private String described(Set<String> verbs) {
        List<String> parts = new ArrayList<>();
        if (path.isEmpty()) {
            parts.add("APIGroups:[" + quoted(group) + "]");
            parts.add("Resources:[" + quoted(resource) + "]");
        } else {
            parts.add("NonResourceURLs:[" + quoted(path) + "]");
        }
        if (!name.isEmpty()) {
            parts.add("ResourceNames:[" + quoted(name) + "]");
        }
        parts.add("Verbs:[" + String.join(" ", verbs.stream().map(Right::quoted).toList()) + "]");
        return "{" + String.join(", ", parts) + "}";
    }

    static String quoted(String text) {
        return Nodes.text(Nodes.FACTORY.textNode(text));
    }

    private static boolean has(JsonNode list, String value) {
        List<String> texts = texts(list);
        return texts.contains("*") || texts.contains(value);
    }

    private static List<String> texts(JsonNode list) {
        List<String> out = new ArrayList<>();
        list.forEach(item -> out.add(item.asText()));
        return out;
    }
}
