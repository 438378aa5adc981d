package io.fluxj.apply.health;

/**
 * How far an object has come, and why one thinks so.
 *
 * @param status the verdict
 * @param reason short word for an object in progress or failed, such as {@code LessReplicas}; else empty
 * @param message one sentence
 */
public record Health(Status status, String reason, String message) {

    static Health current(String message) {
        return new Health(Status.CURRENT, "", message);
    }

    static Health inProgress(String reason, String message) {
        return new Health(Status.IN_PROGRESS, reason, message);
    }

    static Health failed(String reason, String message) {
        return new Health(Status.FAILED, reason, message);
    }

    static Health unknown(String message) {
        return new Health(Status.UNKNOWN, "", message);
    }

    static Health notFound() {
        return new Health(Status.NOT_FOUND, "", "Resource not found");
    }
}
