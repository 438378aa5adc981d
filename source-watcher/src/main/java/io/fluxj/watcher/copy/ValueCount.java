package io.fluxj.watcher.copy;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;

/** Ends the printing of values that name each other over and over. */
public final class ValueCount implements Meter {
    private final long most;
    private long values;

    /** Lets that many values through. */
    public ValueCount(long most) {
        this.most = most;
    }

    @Override
    public void spend(long steps) {
        values += steps;
        if (values > most) {
            throw new GoError("more than " + most + " values");
        }
    }

    @Override
    public void reserve(long characters) {
        // each value is counted, and no text is longer than the file that it is in
    }
}
