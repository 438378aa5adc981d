package io.fluxj.git.serve;

import java.util.List;
import java.util.Optional;

/** Looks at a push before it is taken, as Git's own {@code pre-receive} does. */
@FunctionalInterface
public interface PushHook {
    /** Takes every push. */
    PushHook NONE = (repository, commands, options) -> Optional.empty();

    /**
     * Called once for each push.
     *
     * @param repository name of the repository's folder, such as {@code app.git}
     * @param commands {@code OLD NEW REFERENCE} each
     * @param options as the client gave them
     * @return why nothing of it is taken; empty when it is
     */
    Optional<String> refusal(String repository, List<String> commands, List<String> options);
}
