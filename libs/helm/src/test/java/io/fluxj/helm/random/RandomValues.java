package io.fluxj.helm.random;

import java.util.List;
import java.util.Random;

/** Values, and flags that give some. */
record RandomValues(Random random) {
    static final List<String> NAMES = List.of("a", "b", "image", "tag", "enabled", "list", "cfg", "n", "count");

    private static final List<String> SCALARS = List.of(
            "1",
            "0",
            "-7",
            "1.5",
            "1e3",
            "12345678",
            "0.0000001",
            "true",
            "false",
            "null",
            "~",
            "\"\"",
            "text",
            "\"1\"",
            "'it''s'",
            "\"a: b\"",
            "yes",
            "0x1F",
            "010",
            "2024-01-15",
            "\"multi\\nline\\n\"",
            "\"tab\\tend\"",
            "é✓",
            "- ",
            "{}",
            "[]",
            "\"{{ .Release.Name }}\"",
            "\"{{ .Values.a }}-x\"",
            "1_000",
            ".5",
            "\"<&>\"",
            "v1.2.3",
            "|\n      block\n      text");

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    String name() {
        return pick(NAMES);
    }

    /** A scalar that needs no lines of its own. */
    String scalar() {
        String scalar = pick(SCALARS);
        return scalar.startsWith("|") || scalar.equals("- ") ? "plain" : scalar;
    }

    String table(int depth, String indent) {
        StringBuilder table = new StringBuilder();
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                table.append(indent)
                        .append(name)
                        .append(":")
                        .append(value(depth, indent))
                        .append('\n');
            }
        }
        return table.isEmpty() ? indent + "a: 1\n" : table.toString();
    }

    private String value(int depth, String indent) {
        int kind = random.nextInt(10);
        if (kind < 2 && depth > 0) {
            return "\n" + table(depth - 1, indent + "  ").stripTrailing();
        }
        if (kind == 2) {
            StringBuilder list = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                list.append('\n')
                        .append(indent)
                        .append("- ")
                        .append(random.nextInt(4) == 0 ? "{a: " + flow() + ", b: x}" : scalar());
            }
            return list.toString();
        }
        return " " + scalar();
    }

    private String flow() {
        String scalar = scalar();
        return scalar.matches("[a-z0-9.\\-]+") ? scalar : "1";
    }

    List<String> flag() {
        String path = random.nextInt(3) == 0 ? "child1." + name() : name();
        path = random.nextInt(12) == 0 ? path + "." + name() : path;
        return switch (random.nextInt(12) > 0 ? 1 + random.nextInt(4) - (random.nextInt(3) == 0 ? 1 : 0) : 2) {
            case 0 -> List.of("--set-string", path + "=" + pick(List.of("1", "true", "x y", "")));
            case 1 ->
                List.of(
                        "--set-json",
                        path + "=" + pick(List.of("{\"x\":1.5}", "[1,\"a\",null]", "\"s\"", "null", "12")));
            case 4 -> List.of("--set", "fresh[" + random.nextInt(3) + "]=" + pick(List.of("q", "5", "null")));
            default ->
                List.of(
                        "--set",
                        path + "=" + pick(List.of("1", "007", "1.5", "true", "null", "{a,b,3}", "v,b=2", "", "x=y")));
        };
    }
}
