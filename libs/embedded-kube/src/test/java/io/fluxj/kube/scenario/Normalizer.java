package io.fluxj.kube.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts volatile values out of sight, and what has no order into one. */
record Normalizer(String namespace) {
    private static final Pattern QUOTED = Pattern.compile("Invalid value: \"(\\{(?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern AGE = Pattern.compile("\\d+s");
    private static final String CONFLICTS = " conflicts: ";

    JsonNode normalize(String text, JsonNode ignore) {
        try {
            JsonNode value = Nodes.parse(text.getBytes(StandardCharsets.UTF_8));
            List<String> ignored = new ArrayList<>();
            ignore.forEach(i -> ignored.add(i.asText()));
            return Nodes.sorted(walk(value, "", ignored));
        } catch (IOException e) {
            return Nodes.FACTORY.textNode(shown(text.strip()));
        }
    }

    private JsonNode walk(JsonNode value, String name, List<String> ignored) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode out = Nodes.object();
                object.properties().forEach(e -> {
                    if (!ignored.contains(e.getKey())) {
                        out.set(shown(e.getKey()), walk(e.getValue(), e.getKey(), ignored));
                    }
                });
                yield out;
            }
            case ArrayNode list -> list(list, name, ignored);
            default -> value.isTextual() ? Nodes.FACTORY.textNode(hidden(name, value.asText())) : value;
        };
    }

    private ArrayNode list(ArrayNode list, String name, List<String> ignored) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(item -> {
            // A real cluster's controllers write whenever they like.
            if (!item.path("manager").asText().equals("kube-controller-manager")) {
                items.add(walk(item, name, ignored));
            }
        });
        if (items.stream().anyMatch(i -> i.path("reason").asText().equals("FieldManagerConflict"))) {
            // The real server finds conflicts in the order of a Go map, which changes from call to call.
            items.sort(Comparator.comparing(JsonNode::toString));
        }
        return Nodes.array().addAll(items);
    }

    private String hidden(String name, String text) {
        return switch (name) {
            case "uid", "resourceVersion", "creationTimestamp", "deletionTimestamp", "time", "continue" ->
                text.isEmpty() || text.equals("0") ? text : "<" + name + ">";
            case "lastTransitionTime", "startTime", "renewTime", "lastUpdateTime" -> "<time>";
            case "clusterIP", "clusterIPs" -> text.equals("None") ? text : "<ip>";
            case "message" -> shown(sortedConflicts(sortedValue(text)));
            case "cells" -> AGE.matcher(text).matches() ? "<age>" : shown(text);
            default -> shown(text);
        };
    }

    private String shown(String text) {
        return text.replace(namespace, "{ns}")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<uid>")
                .replaceAll("record \\(\\d+\\)", "record (<version>)")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<time>");
    }

    private static String sortedConflicts(String message) {
        int start = message.indexOf(CONFLICTS);
        if (start < 0) {
            return message;
        }
        String[] conflicts = message.substring(start + CONFLICTS.length()).split("\n(?=conflicts? with )", -1);
        Arrays.sort(conflicts);
        return message.substring(0, start + CONFLICTS.length()) + String.join("\n", conflicts);
    }

    /** A message may quote a whole object as JSON, with its fields in the order of a Go struct. */
    private String sortedValue(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return quoted.replaceAll(match -> {
            String json = match.group(1).replace("\\\"", "\"");
            return Matcher.quoteReplacement("Invalid value: " + normalize(json, Nodes.array()));
        });
    }
}
