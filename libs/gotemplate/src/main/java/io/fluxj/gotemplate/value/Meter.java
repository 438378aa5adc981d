package io.fluxj.gotemplate.value;

/** Counts what work costs, and ends it when it is too much. */
public interface Meter {
    /** Counts nothing. */
    Meter NONE = new Meter() {
        @Override
        public void spend(long steps) {
            // free
        }

        @Override
        public void reserve(long characters) {
            // free
        }
    };

    /** Counts work that grows with the arguments, in steps of one visited value each. */
    void spend(long steps);

    /** Counts text that is about to be made, in characters. */
    void reserve(long characters);
}
