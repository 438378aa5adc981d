package io.fluxj.runtime.notice;

/**
 * A field whose value is that of its default, be it written or filled in.
 *
 * @param field name of the field within {@code spec}
 * @param value the default
 * @param meaning what follows from it, to be said after the value; may be empty
 */
public record AssumedValue(String field, String value, String meaning) {
    String said() {
        return "spec." + field + " is not set, " + value + " is assumed"
                + (meaning.isEmpty() ? "" : " (" + meaning + ")");
    }
}
