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
     * Fetches commits, with or without their history as it was asked for.
     *
     * @throws TransportException when the server did not send them, or sent too much
     */
    void fetch(Collection<ObjectId> commits) throws TransportException {
        session.fetch(connection, commits);
    }

    @Override
    public void close() {
        connection.close();
    }
}
