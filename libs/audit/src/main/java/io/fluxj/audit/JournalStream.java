package io.fluxj.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A journal among the other lines of a stream; a chain of its own for each such object. */
public final class JournalStream implements Journal {
    private final OutputStream stream;
    private Head head = Head.start();

    /** A journal on a stream, which stays the caller's. */
    public JournalStream(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public synchronized Head append(String record, Seal seal) throws IOException {
        Entry entry = Entry.after(head, record, seal);
        synchronized (stream) {
            stream.write((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
            stream.flush();
        }
        head = entry.head();
        return head;
    }
}
