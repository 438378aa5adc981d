package io.fluxj.helm.action;

/** What the cluster side of an action could not do. The message is the server's, or says what is not ready. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What matters to actions. */
    public enum Kind {
        NOT_FOUND,
        ALREADY_EXISTS,
        /** Changed meanwhile, or fields belong to somebody else. */
        CONFLICT,
        /** The cluster serves no such kind. */
        UNKNOWN_KIND,
        /** There was no answer, or the server does not know itself what became of the request. */
        IN_DOUBT,
        /** Waited for in vain. */
        NOT_READY,
        /** The wait was ended from outside. */
        CANCELLED,
        OTHER
    }

    public ClusterException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public ClusterException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The same with what comes before the message. */
    public ClusterException within(String context) {
        return new ClusterException(kind, context + ": " + getMessage(), this);
    }

    ActionException asFailure() {
        ActionFailure failure =
                switch (kind) {
                    case NOT_READY -> new ActionFailure.NotReady();
                    case CANCELLED -> new ActionFailure.Cancelled();
                    case NOT_FOUND, ALREADY_EXISTS, CONFLICT, UNKNOWN_KIND, IN_DOUBT, OTHER ->
                        new ActionFailure.Refused(kind);
                };
        return new ActionException(String.valueOf(getMessage()), failure, null, this);
    }
}
