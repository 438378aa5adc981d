package io.fluxj.api.schema;

import static io.fluxj.api.schema.Tree.list;
import static io.fluxj.api.schema.Tree.map;
import static io.fluxj.api.schema.Tree.text;
import static io.fluxj.api.schema.Tree.texts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pages for people, made of the CRDs: a page per kind with a table of its fields, and an index. */
final class FieldTables {
    private static final String NOTE =
            "<!-- Made of the CRD by the build; change the descriptions in crds/, see api/DESIGN.md. -->\n";

    private FieldTables() {}

    static Map<Path, String> of(List<Crd> crds) {
        var files = new TreeMap<Path, String>();
        StringBuilder index =
                new StringBuilder(NOTE + "# Kinds\n\n| Kind | Group and version | Meaning |\n|---|---|---|\n");
        for (Crd crd : crds) {
            String file = crd.kind().toLowerCase(Locale.ROOT) + ".md";
            files.put(Path.of("docs", "api", file), page(crd));
            index.append("| [%s](%s) | `%s` | %s |\n"
                    .formatted(
                            crd.kind(),
                            file,
                            apiVersion(crd),
                            cell(crd.storageVersion().schema())));
        }
        files.put(Path.of("docs", "api", "README.md"), index.toString());
        return files;
    }

    private static String apiVersion(Crd crd) {
        return crd.group() + "/" + crd.storageVersion().name();
    }

    private static String page(Crd crd) {
        Crd.Version newest = crd.storageVersion();
        StringBuilder page = new StringBuilder(NOTE);
        page.append("# ").append(crd.kind()).append("\n\n");
        page.append(text(newest.schema().get("description"))).append("\n\n");
        page.append("Write `apiVersion: ").append(apiVersion(crd)).append("`.");
        String older = crd.versions().stream()
                .filter(Crd.Version::deprecated)
                .map(version -> "`" + version.name() + "`")
                .collect(Collectors.joining(", "));
        page.append(older.isEmpty() ? "" : " Still served, with a warning: " + older + ".");
        List<String> shortNames = texts(crd.names().get("shortNames"));
        page.append(shortNames.isEmpty() ? "" : " Short names: `" + String.join("`, `", shortNames) + "`.");
        page.append("\n");
        for (String root : List.of("spec", "status")) {
            if (!newest.property(root).isEmpty() && !Field.isRetired(newest.property(root))) {
                page.append(section(root, newest.property(root)));
            }
        }
        return page.toString();
    }

    private static String section(String root, Map<String, Object> schema) {
        List<String> rows = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        List<String> retired = new ArrayList<>();
        collect("", schema, rows, rules, retired);
        StringBuilder section = new StringBuilder("\n## " + root + "\n\n" + text(schema.get("description")) + "\n\n");
        section.append("| Field | Type | Default | Meaning |\n|---|---|---|---|\n");
        rows.forEach(section::append);
        section.append(rules.isEmpty() ? "" : "\nRules:\n" + String.join("", rules));
        section.append(retired.isEmpty() ? "" : "\nFields of older versions:\n" + String.join("", retired));
        return section.toString();
    }

    private static void collect(
            String path, Map<String, Object> schema, List<String> rows, List<String> rules, List<String> retired) {
        for (Object rule : list(schema.get("x-kubernetes-validations"))) {
            rules.add("- " + escape(text(map(rule).get("message"))) + "\n");
        }
        List<String> required = texts(schema.get("required"));
        map(schema.get("properties")).forEach((name, child) -> {
            String field = path + name;
            if (Field.isRetired(map(child))) {
                retired.add("- `" + field + "`: " + cell(map(child)) + "\n");
                return;
            }
            rows.add("| `%s`%s | %s | %s | %s |\n"
                    .formatted(
                            field,
                            required.contains(name) ? " (required)" : "",
                            type(map(child)),
                            defaultValue(map(child)),
                            cell(map(child))));
            collect(field + suffix(map(child)), elements(map(child)), rows, rules, retired);
        });
    }

    private static String suffix(Map<String, Object> schema) {
        if (schema.containsKey("items")) {
            return "[].";
        }
        return schema.containsKey("additionalProperties") ? ".*." : ".";
    }

    private static Map<String, Object> elements(Map<String, Object> schema) {
        if (schema.containsKey("items")) {
            return map(schema.get("items"));
        }
        return schema.containsKey("additionalProperties") ? map(schema.get("additionalProperties")) : schema;
    }

    private static String type(Map<String, Object> schema) {
        if (schema.containsKey("items")) {
            return "list of " + type(map(schema.get("items")));
        }
        if (schema.containsKey("additionalProperties")) {
            return "map of " + type(map(schema.get("additionalProperties")));
        }
        List<String> choices = texts(schema.get("enum"));
        if (!choices.isEmpty()) {
            return "`" + String.join("`, `", choices) + "`";
        }
        if (text(schema.get("pattern")).startsWith("^([0-9]+(\\.[0-9]+)?(ms|s|m")) {
            return "duration";
        }
        if (!schema.containsKey("type")) {
            return "anything";
        }
        return text(schema.get("format")).equals("date-time") ? "time" : text(schema.get("type"));
    }

    private static String defaultValue(Map<String, Object> schema) {
        String value = Field.ofSchema(schema, "n").defaultValue();
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static String cell(Map<String, Object> schema) {
        return escape(text(schema.get("description")));
    }

    private static String escape(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
    }
}
