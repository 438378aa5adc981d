package io.fluxj.helm.manifest;

import java.util.Arrays;
import java.util.Optional;

/** When a hook runs. */
public enum HookEvent {
    PRE_INSTALL("pre-install"),
    POST_INSTALL("post-install"),
    PRE_DELETE("pre-delete"),
    POST_DELETE("post-delete"),
    PRE_UPGRADE("pre-upgrade"),
    POST_UPGRADE("post-upgrade"),
    PRE_ROLLBACK("pre-rollback"),
    POST_ROLLBACK("post-rollback"),
    TEST("test");

    private final String text;

    HookEvent(String text) {
        this.text = text;
    }

    /** As the annotation and the stored release have it. */
    public String text() {
        return text;
    }

    /** The event of a text. {@code test-success} is the old name of the last one. */
    public static Optional<HookEvent> of(String text) {
        return text.equals("test-success")
                ? Optional.of(TEST)
                : Arrays.stream(values())
                        .filter(event -> event.text.equals(text))
                        .findFirst();
    }
}
