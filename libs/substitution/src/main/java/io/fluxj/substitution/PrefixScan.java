package io.fluxj.substitution;

import io.fluxj.substitution.ShellPattern.Token;
import java.util.Arrays;
import java.util.List;

/**
 * Follows all ways in which a glob can match at once, byte by byte, so that the prefixes it matches are found in time
 * proportional to glob times value. A state is how many tokens are done; a step goes over one character, so four bytes at most.
 */
final class PrefixScan {

    private static final int RING = 5;

    private final List<Token> tokens;
    private final byte[] value;
    private int shortest;
    private int longest;

    private PrefixScan(List<Token> tokens, byte[] value) {
        this.tokens = tokens;
        this.value = value;
    }

    /**
     * Lengths of matched prefixes in bytes; 0 when none matches.
     *
     * @param shortest of at least one byte
     * @param longest of at least one byte
     */
    record Prefixes(int shortest, int longest) {}

    static Prefixes of(List<Token> tokens, byte[] value) {
        var scan = new PrefixScan(tokens, value);
        scan.run();
        return new Prefixes(scan.shortest, scan.longest);
    }

    private void run() {
        var ring = new boolean[RING][tokens.size() + 1];
        enter(ring[0], 0);
        for (int at = 0; at < value.length; at++) {
            int end = at + Utf8.width(value, at, value.length);
            for (int cut = at + 1; cut < end; cut++) {
                note(cut, statesAtCut(ring[at % RING], at, cut));
            }
            step(ring, at, value.length);
            note(at + 1, ring[(at + 1) % RING]);
        }
    }

    private void note(int length, boolean[] states) {
        if (states[tokens.size()]) {
            shortest = shortest == 0 ? length : shortest;
            longest = length;
        }
    }

    /** The states when the value ends inside a character: its bytes then count one by one. */
    private boolean[] statesAtCut(boolean[] states, int from, int cut) {
        var ring = new boolean[RING][tokens.size() + 1];
        ring[from % RING] = states.clone();
        for (int at = from; at < cut; at++) {
            step(ring, at, cut);
        }
        return ring[cut % RING];
    }

    /** Takes every state at one byte as far as it goes, and frees its place in the ring. */
    private void step(boolean[][] ring, int at, int limit) {
        var here = ring[at % RING];
        int width = Utf8.width(value, at, limit);
        int character = Utf8.character(value, at, width);
        for (int done = 0; done < tokens.size(); done++) {
            if (here[done] && tokens.get(done) instanceof Token.AnySequence) {
                enter(ring[(at + 1) % RING], done);
            } else if (here[done] && tokens.get(done).accepts(character)) {
                enter(ring[(at + width) % RING], done + 1);
            }
        }
        Arrays.fill(here, false);
    }

    /** A sequence may be empty, so the state behind it is entered too. */
    private void enter(boolean[] states, int done) {
        states[done] = true;
        for (int next = done; next < tokens.size() && tokens.get(next) instanceof Token.AnySequence; next++) {
            states[next + 1] = true;
        }
    }
}
