package io.fluxj.sops.yaml;

/** Tags of YAML's own types, in their short form. */
final class Tags {
    static final String PREFIX = "tag:yaml.org,2002:";

    static final String NULL = "!!null";
    static final String BOOL = "!!bool";
    static final String STRING = "!!str";
    static final String INT = "!!int";
    static final String FLOAT = "!!float";
    static final String TIME = "!!timestamp";
    static final String BINARY = "!!binary";
    static final String MERGE = "!!merge";

    private Tags() {}

    /** The tag {@code !} says nothing. */
    static String shortened(String tag) {
        if (tag.equals("!")) {
            return "";
        }
        return tag.startsWith(PREFIX) ? "!!" + tag.substring(PREFIX.length()) : tag;
    }

    /** Whether text decides what a value of this tag is. */
    static boolean isResolvable(String tag) {
        return switch (tag) {
            case "", STRING, BOOL, INT, FLOAT, NULL, TIME -> true;
            default -> false;
        };
    }
}
