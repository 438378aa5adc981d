package io.fluxj.sandbox;

import java.util.Comparator;

/**
 * What the table shows of one Flux object.
 *
 * @param kind for example {@code Kustomization}
 * @param namespace the object's namespace
 * @param name the object's name
 * @param state how far the object is
 * @param revision the revision fetched or applied last, empty when there is none
 * @param message the message of its Ready condition, empty when there is none
 */
record ObjectRow(String kind, String namespace, String name, State state, String revision, String message) {

    /** Sources first, then what is made of them, then the rest; by kind and name. */
    static final Comparator<ObjectRow> ORDER = Comparator.comparing((ObjectRow row) -> group(row.kind()))
            .thenComparing(ObjectRow::kind)
            .thenComparing(ObjectRow::namespace)
            .thenComparing(ObjectRow::name);

    /** How far an object is, seen from its generation and its Ready and Stalled conditions. */
    enum State {
        /** Ready for its current generation. */
        READY("True"),
        /** Not decided for its current generation. */
        PENDING("Unknown"),
        /** Failed; it is tried again without help. */
        FAILING("False"),
        /** Failed until somebody changes its spec. */
        STALLED("Stalled"),
        /** Suspended by its spec. */
        SUSPENDED("Suspended");

        private final String text;

        State(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private static int group(String kind) {
        return switch (kind) {
            case "Kustomization", "HelmRelease" -> 1;
            case "Provider", "Alert", "Receiver" -> 3;
            default -> kind.startsWith("Image") ? 2 : 0;
        };
    }

    /** {@return {@code Kind/namespace/name}} */
    String subject() {
        return kind + "/" + namespace + "/" + name;
    }
}
