package io.fluxj.helm.schema;

import io.fluxj.gotemplate.format.Quoting;
import java.util.List;

/**
 * Something that a schema does not allow.
 *
 * @param location pointer into the values
 * @param causes what it comes from
 * @param group whether it only holds its causes together
 */
record Failure(String location, String what, List<Failure> causes, boolean group) {

    static Failure plain(String location, String what) {
        return new Failure(location, what, List.of(), false);
    }

    static Failure of(String location, String what, List<Failure> causes) {
        return new Failure(location, what, causes, false);
    }

    /** All that one schema does not allow in one place: nothing, the one failure, or a group of them. */
    static List<Failure> collapsed(String location, List<Failure> failures) {
        return failures.size() < 2 ? failures : List.of(new Failure(location, "validation failed", failures, true));
    }

    /** As a list with indents. */
    void print(StringBuilder out, int indent) {
        out.append(out.isEmpty() ? "" : "\n")
                .append("  ".repeat(indent))
                .append("- at ")
                .append(quoted(location))
                .append(": ")
                .append(what);
        causes.forEach(cause -> cause.print(out, indent + 1));
    }

    /** In single quotes. */
    static String quoted(String text) {
        String quoted = Quoting.quoted(text);
        return "'"
                + quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"").replace("'", "\\'")
                + "'";
    }
}
