package io.fluxj.git.jgit;

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
     * @throws TransportException when the server did not send them, or sent too much
     */
    void fetch(Collection<ObjectId> commits, int depth) throws TransportException {
        session.fetch(connection, commits, depth);
    }

    @Override
    public void close() {
        connection.close();
    }
}
