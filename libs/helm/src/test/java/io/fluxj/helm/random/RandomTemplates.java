package io.fluxj.helm.random;

import java.util.List;
import java.util.Random;

/** Texts of templates. */
record RandomTemplates(Random random, String chart) {
    private static final List<String> TOTAL = List.of(
            "quote",
            "squote",
            "toJson | quote",
            "toYaml | quote",
            "default \"d\" | quote",
            "toString | upper | quote",
            "kindOf",
            "typeOf | quote",
            "empty",
            "not",
            "int",
            "int64",
            "float64",
            "printf \"%v\" | quote",
            "printf \"%T\" | quote",
            "toString | b64enc",
            "toString | sha256sum | trunc 8",
            "toString | trim | quote",
            "toString | replace \"e\" \"E\" | quote",
            "toString | regexFind \"[a-z]+\" | quote",
            "toJson | fromJsonArray | toJson | quote",
            "join \",\" | quote",
            "toPrettyJson | quote",
            "coalesce nil 0 \"c\" | quote",
            "toYamlPretty | quote",
            "toString | semverCompare \">=1\" | quote",
            "toStrings | toJson | quote",
            "list | compact | toJson | quote",
            "toRawJson | quote",
            "ceil",
            "add1",
            "toString | indent 2 | quote",
            "toString | camelcase | quote",
            "toYaml | fromYaml | toJson | quote",
            "html",
            "toString | urlquery",
            "print | len | add1");

    private static final List<String> PARTIAL = List.of(
            "len",
            "first | toJson | quote",
            "last | toJson | quote",
            "keys | sortAlpha | join \",\" | quote",
            "has 1 | quote",
            "dig \"a\" \"b\" \"none\" | toJson | quote",
            "ternary 1 2",
            "printf \"%q\"",
            "upper",
            "deepCopy | toJson | quote",
            "semver | toJson | quote",
            "index 0",
            "required \"needed\" | quote");

    private static final List<String> KINDS = List.of(
            "ConfigMap",
            "Secret",
            "Deployment",
            "Service",
            "Namespace",
            "Widget",
            "Job",
            "Ingress",
            "Gadget",
            "ClusterRole");

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String name() {
        return pick(RandomValues.NAMES);
    }

    private String path() {
        String root = pick(List.of(
                ".Values.",
                ".Values.",
                "$.Values.",
                "(default dict .Values.global).",
                "(default dict .Values.child1)."));
        return root + name() + (random.nextInt(60) == 0 ? "." + name() : "");
    }

    private String expression() {
        return switch (random.nextInt(12)) {
            case 0 ->
                pick(List.of(
                        ".Release.Name",
                        ".Release",
                        ".Chart.Name",
                        ".Chart",
                        ".Template.Name",
                        ".Template.BasePath",
                        ".Capabilities.KubeVersion",
                        ".Capabilities.KubeVersion.Major",
                        ".Chart.Dependencies",
                        ".Subcharts | keys | sortAlpha"));
            case 1 -> "include \"" + chart + ".name\" .";
            case 2 -> "tpl (" + path() + " | toJson) .";
            case 3 -> "(merge (dict \"z\" 1) (dict \"z\" 2 \"y\" " + path() + "))";
            case 4 -> "(list 1 " + path() + " \"x\")";
            case 5 -> "(" + path() + " | default dict)";
            case 6 -> ".Files.Get \"data/a.txt\"";
            case 7 -> "(.Files.Glob \"data/*\").AsConfig";
            case 8 -> "eq (" + path() + " | toString) " + pick(List.of("\"1\"", "\"text\"", "\"true\""));
            case 9 -> "(and " + path() + " " + path() + ")";
            default -> path();
        };
    }

    private String filter() {
        return pick(random.nextInt(50) == 0 ? PARTIAL : TOTAL);
    }

    private String line(int number) {
        String value = "{{ (" + expression() + ") | " + filter() + " }}";
        return switch (random.nextInt(9)) {
            case 0 ->
                "  {{- if " + path() + " }}\n  k" + number + ": yes1\n  {{- else }}\n  k" + number
                        + ": no1\n  {{- end }}\n";
            case 1 -> "  {{- with " + path() + " }}\n  k" + number + ": {{ toJson . | quote }}\n  {{- end }}\n";
            case 2 ->
                "  {{- range $i, $v := " + ranged() + " }}\n  k" + number
                        + "-{{ $i }}: {{ $v | toJson | quote }}\n  {{- end }}\n";
            case 3 -> "  k" + number + ": {{- toYaml " + path() + " | nindent 4 }}\n";
            case 4 -> "  {{- $v := " + expression() + " }}\n  k" + number + ": {{ $v | " + filter() + " }}\n";
            case 5 ->
                "  {{- $_ := set .Values \"added" + number + "\" " + path() + " }}\n  k" + number + ": {{ .Values.added"
                        + number + " | toJson | quote }}\n";
            default -> "  k" + number + ": " + value + "\n";
        };
    }

    private String ranged() {
        String path = path();
        return switch (random.nextInt(20)) {
            case 0 -> path;
            case 1, 2, 3, 4, 5, 6, 7 -> "(list " + path + " 2)";
            case 8, 9, 10, 11, 12 -> "(dict \"p\" " + path + " \"q\" 1)";
            default -> "(splitList \",\" (toString " + path + "))";
        };
    }

    /** A file with one or more objects. */
    String manifests() {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "---\n" : "");
        for (int i = random.nextInt(2); i >= 0; i--) {
            text.append(manifest()).append(i > 0 ? pick(List.of("---\n", "--- \n", "\n---\n# comment\n")) : "");
        }
        return text.append(pick(List.of("", "\n\n", "  \n"))).toString();
    }

    private String manifest() {
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: " + pick(KINDS)
                + "\nmetadata:\n  name: {{ .Release.Name }}-" + random.nextInt(100) + "\n");
        if (random.nextInt(4) == 0) {
            text.append("  annotations:\n    helm.sh/hook: ")
                    .append(pick(List.of("pre-install", "\"post-install, test\"", "test-success", "odd")))
                    .append("\n    helm.sh/hook-weight: \"")
                    .append(pick(List.of("1", "-5", "x", "")))
                    .append("\"\n");
        }
        text.append("data:\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(line(i));
        }
        return text.toString();
    }

    String partial() {
        return "{{- define \"" + chart + ".name\" -}}\n"
                + pick(List.of("{{ .Chart.Name }}", "n-{{ .Release.Name }}", "{{ " + path() + " }}"))
                + "\n{{- end -}}\n{{- define \"shared\" -}}" + chart + "{{- end -}}\n";
    }
}
