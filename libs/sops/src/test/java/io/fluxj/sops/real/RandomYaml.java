package io.fluxj.sops.real;

import java.util.List;
import java.util.Random;

/** Makes YAML with comments, empty lines and scalars of all kinds in odd places. */
final class RandomYaml {
    private static final List<String> SCALARS = List.of(
            "x",
            "'it''s'",
            "\"tab\\t\\u00e9\\\"\"",
            "1",
            "-7",
            "0755",
            "0o17",
            "0x1F",
            "1_000",
            "1.0",
            "1e3",
            ".5",
            "-0.0",
            "1234567.5",
            "1e-7",
            ".inf",
            "true",
            "False",
            "yes",
            "~",
            "null",
            "\"\"",
            "2021-03-04",
            "2021-03-04T05:06:07.1+02:00",
            "a: b".replace(": ", ":"),
            "\"a # b\"",
            "'- x'",
            "http://x/y?z=1#w",
            "\" lead\"",
            "\"a\\nb\"",
            "\"a\\n\\nb\\n\"",
            "\"\\n x\"",
            "\"tr \\n\"",
            "é",
            "\"\\U0001F600\"",
            "秘密",
            "[]",
            "{}",
            "[1, two, {k: v}]",
            "{a: 1, b: [x]}",
            "\"\\u2028\"",
            "\"a\\r\\nb\"",
            "y",
            "'123'",
            "9223372036854775807",
            "12:30",
            "'='",
            "<<");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int keys;

    RandomYaml(long seed) {
        random = new Random(seed);
    }

    String document() {
        int documents = chance(6) ? 2 : 1;
        for (int i = 0; i < documents; i++) {
            if (i > 0 || chance(5)) {
                text.append("---\n");
            }
            mapping(0, 3);
            remarks(0);
        }
        return text.toString();
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private void remarks(int indent) {
        while (chance(3)) {
            if (chance(3)) {
                text.append('\n');
            }
            text.append(" ".repeat(chance(8) ? Math.max(0, indent - 2) : indent))
                    .append("# c")
                    .append(random.nextInt(100))
                    .append('\n');
            if (chance(4)) {
                text.append('\n');
            }
        }
        if (chance(8)) {
            text.append('\n');
        }
    }

    private String beside() {
        return chance(4) ? " # beside " + random.nextInt(100) : "";
    }

    private void mapping(int indent, int depth) {
        int entries = 1 + random.nextInt(3);
        for (int i = 0; i < entries; i++) {
            remarks(indent);
            text.append(" ".repeat(indent))
                    .append(chance(9) ? "\"k " + keys++ + "\"" : "k" + keys++ + (chance(8) ? "_unencrypted" : ""))
                    .append(':');
            value(indent, depth);
        }
    }

    private void value(int indent, int depth) {
        if (depth > 0 && chance(3)) {
            text.append(beside()).append('\n');
            mapping(indent + 2, depth - 1);
        } else if (depth > 0 && chance(3)) {
            text.append(beside()).append('\n');
            sequence(indent + (chance(2) ? 0 : 2), depth - 1);
        } else if (chance(7)) {
            block(indent + 2);
        } else {
            text.append(' ').append(scalar()).append(beside()).append('\n');
        }
    }

    private String scalar() {
        return SCALARS.get(random.nextInt(SCALARS.size()));
    }

    private void block(int indent) {
        text.append(chance(2) ? " |" : " >")
                .append(List.of("", "-", "+").get(random.nextInt(3)))
                .append(beside())
                .append('\n');
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            text.append(" ".repeat(indent))
                    .append(i > 0 && chance(4) ? "  " : "")
                    .append("line ")
                    .append(i)
                    .append('\n');
            if (chance(4)) {
                text.append('\n');
            }
        }
    }

    private void sequence(int indent, int depth) {
        int items = 1 + random.nextInt(3);
        for (int i = 0; i < items; i++) {
            remarks(indent);
            text.append(" ".repeat(indent)).append('-');
            if (depth > 0 && chance(4)) {
                text.append(" k").append(keys++).append(':');
                value(indent + 2, depth - 1);
                if (chance(2)) {
                    mapping(indent + 2, depth - 1);
                }
            } else if (chance(8)) {
                text.append(" # beside a dash\n")
                        .append(" ".repeat(indent + 2))
                        .append(scalar())
                        .append('\n');
            } else {
                text.append(' ').append(scalar()).append(beside()).append('\n');
            }
        }
    }
}
