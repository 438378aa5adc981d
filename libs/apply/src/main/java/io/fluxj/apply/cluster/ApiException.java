package io.fluxj.apply.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request that the API server refused, or that did not reach it. The message is the server's own. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final List<String> FIXED = List.of(
            "is immutable",
            "immutable field",
            "for fields other than",
            "may not change fields",
            "may not be changed",
            "cannot change roleref");

    private final int code;
    private final String reason;
    private final boolean again;

    /**
     * @param code HTTP status, 0 when there was no answer
     * @param reason the API's machine-readable word such as {@code NotFound}, empty when there is none
     * @param message what the server said
     * @param cause what broke the connection, null when the server answered
     */
    public ApiException(int code, String reason, String message, @Nullable Throwable cause) {
        this(code, reason, message, cause, false);
    }

    private ApiException(int code, String reason, String message, @Nullable Throwable cause, boolean again) {
        super(message, cause);
        this.code = code;
        this.reason = reason;
        this.again = again;
    }

    /** The same, of a request that was sent before, to which nobody heard an answer. */
    ApiException toSecondSending() {
        return new ApiException(code, reason, String.valueOf(getMessage()), this, true);
    }

    /** Reads a {@code Status} answer. */
    static ApiException of(int code, JsonNode status) {
        String reason = status.path("reason").asText("");
        String message = status.path("message").asText("");
        return new ApiException(code, cause(status, reason), message.isEmpty() ? "HTTP " + code : message, null);
    }

    /** HTTP status, 0 when there was no answer. */
    public int code() {
        return code;
    }

    /** Whether the server could not be reached, or did not answer in time. */
    public boolean unanswered() {
        return code == 0;
    }

    /** Whether a write may have been carried out though it failed: there was no answer, now or when it was sent before, or the server does not know itself. */
    public boolean inDoubt() {
        return again || unanswered() || code >= 500;
    }

    /** Such as {@code Invalid}; empty when the server gave none. */
    public String reason() {
        return reason;
    }

    /** Whether the object (or its namespace) does not exist. */
    public boolean notFound() {
        return code == 404;
    }

    /** Whether the object was changed meanwhile, or exists already. */
    public boolean conflict() {
        return code == 409;
    }

    /** Whether the error says that a field cannot be changed, so that only a new object helps (the rule of kubectl and Flux). */
    public boolean immutable() {
        String text = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
        return code == 409
                || reason.equals("Invalid")
                || text.contains("is immutable")
                || text.contains("immutable field");
    }

    /** Whether the server's own words say that a field cannot be changed, beyond any doubt that {@link #immutable} leaves. */
    public boolean fixedField() {
        String text = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
        return FIXED.stream().anyMatch(text::contains);
    }

    private static String cause(JsonNode status, String reason) {
        for (JsonNode cause : status.path("details").path("causes")) {
            if (cause.path("reason").asText().equals("FieldManagerConflict")) {
                return "FieldManagerConflict";
            }
        }
        return reason;
    }
}
