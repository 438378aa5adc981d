package io.fluxj.apply.stage;

import io.fluxj.apply.ObjectRef;

/** Why a set could not be applied. The messages are those that Flux's users know. */
public sealed interface ApplyFailure {

    /** One sentence: which object, what the server said. */
    String message();

    /**
     * The server would refuse the object; nothing of its stage was written.
     *
     * @param reason the API's word such as {@code Invalid}, empty when there is none
     */
    record Refused(ObjectRef ref, String reason, String detail) implements ApplyFailure {
        @Override
        public String message() {
            String why = reason.isEmpty() ? "" : " (" + reason + ")";
            return ref.subject() + " dry-run failed" + why + ": " + detail;
        }
    }

    /** As {@link Refused}, because a field of the object that exists cannot be changed: only a new object can have that value. */
    record FixedField(ObjectRef ref, String reason, String detail) implements ApplyFailure {
        @Override
        public String message() {
            return new Refused(ref, reason, detail).message();
        }
    }

    /** The object lives in a namespace, and its manifest names none. */
    record NamespaceNotSpecified(ObjectRef ref, String detail) implements ApplyFailure {
        @Override
        public String message() {
            return ref.subject() + " namespace not specified: " + detail;
        }
    }

    /** The object's namespace does not exist. */
    record NotFound(ObjectRef ref, String detail) implements ApplyFailure {
        @Override
        public String message() {
            return ref.subject() + " not found: " + detail;
        }
    }

    /** The dry-run passed and the write did not; what was written before stays. */
    record NotWritten(ObjectRef ref, String detail) implements ApplyFailure {
        @Override
        public String message() {
            return ref.subject() + " apply failed: " + detail;
        }
    }

    /** As {@link NotWritten}, but there was no answer, or one that leaves open what was done: the object may be in the cluster. */
    record InDoubt(ObjectRef ref, String detail) implements ApplyFailure {
        @Override
        public String message() {
            return new NotWritten(ref, detail).message();
        }
    }

    /** Fields of other managers could not be taken over. */
    record NotTakenOver(ObjectRef ref, String detail) implements ApplyFailure {
        @Override
        public String message() {
            return ref.subject() + " metadata.managedFields cleanup failed: " + detail;
        }
    }

    /** A field cannot be changed, and the object could not be replaced either. */
    record NotReplaced(ObjectRef ref, String detail) implements ApplyFailure {
        @Override
        public String message() {
            return ref.subject() + " immutable field detected, failed to delete object: " + detail;
        }
    }

    /** What an early stage brought did not become ready in time. */
    record StageNotReady(String message) implements ApplyFailure {}

    /**
     * A wait was cancelled: for a stage, for a deleted object to go, for a kind to be served.
     *
     * @param reason as it was given to the signal
     */
    record Cancelled(String reason) implements ApplyFailure {
        @Override
        public String message() {
            return "waiting was cancelled: " + reason;
        }
    }
}
