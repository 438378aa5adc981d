package io.fluxj.kustomize.yaml;

/** Short forms of the tags of YAML's core. */
public final class Tags {

    public static final String STRING = "!!str";
    public static final String INT = "!!int";
    public static final String FLOAT = "!!float";
    public static final String BOOL = "!!bool";
    public static final String NULL = "!!null";
    public static final String MAP = "!!map";
    static final String SEQUENCE = "!!seq";
    static final String TIMESTAMP = "!!timestamp";
    static final String BINARY = "!!binary";
    static final String MERGE = "!!merge";

    private static final String LONG_PREFIX = "tag:yaml.org,2002:";

    private Tags() {}

    static String shorten(String tag) {
        return tag.startsWith(LONG_PREFIX) ? "!!" + tag.substring(LONG_PREFIX.length()) : tag;
    }

    /** Whether the text of a scalar with this tag is looked at to find its type. */
    static boolean resolvable(String tag) {
        return switch (tag) {
            case "", STRING, BOOL, INT, FLOAT, NULL, TIMESTAMP -> true;
            default -> false;
        };
    }
}
