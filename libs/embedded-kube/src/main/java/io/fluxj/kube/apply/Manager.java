package io.fluxj.kube.apply;

import java.util.Comparator;

/**
 * Who owns a set of fields.
 *
 * @param name the field manager
 * @param operation whether by apply or by other writes
 * @param apiVersion the version written at; empty for appliers, who stay the same at every version
 * @param subresource empty for the object itself
 */
record Manager(String name, Operation operation, String apiVersion, String subresource) {
    /** Order in which managedFields list equal times. */
    static final Comparator<Manager> ORDER = Comparator.comparing(Manager::name)
            .thenComparing(Manager::apiVersion)
            .thenComparing(Manager::subresource);

    /** How fields came to be owned. */
    enum Operation {
        /** By server-side apply. */
        APPLY("Apply"),
        /** By any other write. */
        UPDATE("Update");

        private final String text;

        Operation(String text) {
            this.text = text;
        }

        /** The text in managedFields. */
        String text() {
            return text;
        }
    }

    static Manager applier(String name, String subresource) {
        return new Manager(name, Operation.APPLY, "", subresource);
    }

    static Manager updater(String name, String apiVersion, String subresource) {
        return new Manager(name, Operation.UPDATE, apiVersion, subresource);
    }

    /** How conflict messages name it. */
    String shown() {
        String quoted = "\"" + name + "\"";
        String sub = subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"";
        return operation == Operation.APPLY ? quoted + sub : quoted + sub + " using " + apiVersion;
    }
}
