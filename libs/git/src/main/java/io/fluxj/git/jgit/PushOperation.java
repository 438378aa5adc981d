package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.Push;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One push.
 *
 * @param access where to
 * @param scratch holds the commits
 * @param guard bounds what the server answers
 */
record PushOperation(GitAccess access, ScratchRepository scratch, Guard guard) {
    /** @param seen what the server had at the target when the work began; zero for nothing */
    void push(Push push, ObjectId seen) throws GitException {
        try (Session session = Session.open(access, scratch, guard)) {
            RemoteRefUpdate update = update(push, seen);
            session.push(List.of(update), push.options());
            require(update, push);
        } catch (IOException failed) {
            throw Failures.of(failed, Optional.empty());
        }
    }

    private RemoteRefUpdate update(Push push, ObjectId seen) throws IOException {
        boolean replace = push.rule() == Push.Rule.REPLACE_SEEN;
        @Nullable ObjectId expected = replace ? seen : null;
        return new RemoteRefUpdate(
                scratch.repository(),
                push.hash(),
                ObjectId.fromString(push.hash()),
                push.target(),
                replace,
                null,
                expected);
    }

    private static void require(RemoteRefUpdate update, Push push) throws GitException {
        String why =
                switch (update.getStatus()) {
                    case OK -> "";
                    case UP_TO_DATE -> "already up-to-date";
                    case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED ->
                        "non-fast-forward update: " + push.target();
                    case REJECTED_OTHER_REASON, REJECTED_NODELETE, NON_EXISTING, NOT_ATTEMPTED, AWAITING_REPORT ->
                        "command error on " + push.target() + ": " + said(update);
                };
        if (!why.isEmpty()) {
            throw new GitException(Problem.REJECTED, why);
        }
    }

    private static String said(RemoteRefUpdate update) {
        String message = update.getMessage();
        return message == null ? update.getStatus().name() : ServerText.of(message);
    }
}
