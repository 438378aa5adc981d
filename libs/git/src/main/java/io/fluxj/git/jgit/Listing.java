package io.fluxj.git.jgit;

import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.util.Collection;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.FetchConnection;

/** A connection on which the server has told its references; one fetch may follow. */
record Listing(Session session, FetchConnection connection) implements AutoCloseable {
    Advertised references() {
        return new Advertised(connection.getRefsMap());
    }

    /**
     * Fetches commits, with their whole history when the depth is 0.
     *
     * @throws TransportException when the server did not send them
     * @throws GitException when it sent too much
     */
    void fetch(Collection<ObjectId> commits, int depth, PackLimit limit) throws GitException, TransportException {
        try {
            session.fetch(connection, commits, depth, limit);
        } catch (TransportException failed) {
            if (limit.exceeded()) {
                throw new GitException(
                        Problem.REFUSED, "the server sent more than the allowed amount of objects", failed);
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
