package io.fluxj.git.jgit;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import org.eclipse.jgit.errors.TransportException;

/**
 * What bounds an operation.
 *
 * @param deadline its time
 * @param limits how much the server may send
 */
record Guard(Deadline deadline, FetchLimits.Received limits) {
    /** Refuses what is too much before memory is taken for it. */
    void allow(long amount, long limit, String what) throws IOException {
        if (amount > limit) {
            throw failure(Problem.REFUSED, "the server sent " + what + " (more than " + limit + ")");
        }
    }

    /** A failure that is known for what it is, in the form in which JGit lets it through. */
    static TransportException failure(Problem problem, String message) {
        GitException known = new GitException(problem, message);
        return new TransportException(message, known);
    }
}
