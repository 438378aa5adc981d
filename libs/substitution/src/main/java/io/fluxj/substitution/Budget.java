package io.fluxj.substitution;

/** What one evaluation may cost, so that no text keeps a worker busy or fills the memory. */
final class Budget {

    private static final int LARGEST_TEXT = 64 << 20;
    private static final long STEPS = 100_000_000L;

    private long left = STEPS;

    /** Refuses a text before it is made. */
    static void requireSize(long bytes, int offset) throws SubstitutionException {
        if (bytes > LARGEST_TEXT) {
            throw new SubstitutionException("the substituted text exceeds " + LARGEST_TEXT + " bytes", offset);
        }
    }

    /** Pays for steps of work, roughly one per byte that is looked at. */
    void spend(long steps, int offset) throws SubstitutionException {
        left -= steps;
        if (left < 0) {
            throw new SubstitutionException("the substitution takes more than " + STEPS + " steps", offset);
        }
    }
}
