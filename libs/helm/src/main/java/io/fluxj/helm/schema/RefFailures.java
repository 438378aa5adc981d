package io.fluxj.helm.schema;

import com.networknt.schema.JsonSchemaException;

/** Faults of schemas that only show when they are put together. */
final class RefFailures {
    private RefFailures() {}

    static String message(JsonSchemaException failure, String name) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SchemaFailure own) {
                return String.valueOf(own.getMessage());
            }
        }
        String message = String.valueOf(failure.getMessage());
        int at = message.indexOf(name + "#");
        if (message.contains("cannot be resolved") && at >= 0) {
            String pointer = message.substring(at).split("[\\s,;'\"]", 2)[0];
            return "json-pointer in \"" + pointer + "\" not found";
        }
        return message;
    }
}
