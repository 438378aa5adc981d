package io.fluxj.sops.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens that turn out to be keys when a colon follows them: at most one for each level of brackets. */
final class SimpleKeys {
    private static final int LONGEST = 1024;

    /**
     * A token that may be a key.
     *
     * @param required nothing else may stand there
     * @param number of the token, from the begin of the text
     */
    record Candidate(boolean required, int number, Mark mark) {}

    private final List<@Nullable Candidate> levels = new ArrayList<>();

    SimpleKeys() {
        levels.add(null);
    }

    void enter() {
        levels.add(null);
    }

    void leave() {
        if (levels.size() > 1) {
            levels.removeLast();
        }
    }

    int depth() {
        return levels.size() - 1;
    }

    /** @throws YamlException if the one before it had to become a key */
    void save(Candidate candidate) {
        remove();
        levels.set(levels.size() - 1, candidate);
    }

    /** @throws YamlException if it had to become a key */
    void remove() {
        Candidate current = levels.getLast();
        if (current != null && current.required()) {
            throw missing(current, current.mark());
        }
        levels.set(levels.size() - 1, null);
    }

    /** The one of this level, which no longer is one after that. */
    @Nullable
    Candidate take(Mark here) {
        Candidate current = levels.getLast();
        if (current == null || isStale(current, here)) {
            return null;
        }
        levels.set(levels.size() - 1, null);
        return current;
    }

    /** Whether this token may still become a key. */
    boolean mayBeKey(int number, Mark here) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            Candidate each = levels.get(i);
            if (each != null && each.number() == number) {
                if (isStale(each, here)) {
                    levels.set(i, null);
                    return false;
                }
                return true;
            }
        }
        return false;
    }

    private static boolean isStale(Candidate candidate, Mark here) {
        boolean stale =
                candidate.mark().line() < here.line() || candidate.mark().index() + LONGEST < here.index();
        if (stale && candidate.required()) {
            throw missing(candidate, here);
        }
        return stale;
    }

    private static YamlException missing(Candidate candidate, Mark here) {
        return YamlException.scanning("could not find expected ':'", candidate.mark(), here);
    }
}
