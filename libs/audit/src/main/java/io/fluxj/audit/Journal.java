package io.fluxj.audit;

import java.io.IOException;

/** Where records are written down, one after the other. Any number of threads may do so at once. */
public interface Journal {
    /**
     * Writes one down.
     *
     * @param record one JSON object on one line
     * @return what the journal has got to
     * @throws IOException when it is not certain that the record is there; the message says what to do
     */
    Head append(String record, Seal seal) throws IOException;
}
