package io.fluxj.helm.schema;

/** A schema itself is at fault. */
final class SchemaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaFailure(String message) {
        super(message, null, false, false);
    }
}
