package io.fluxj.runtime.secret;

import java.util.BitSet;

/** A text whose secrets are being masked: what two of them share, or have side by side, is masked once. */
final class Mask {
    static final String STARS = "*****";
    /** A shorter value is found everywhere: to mask it would garble texts and tell more than it hides. */
    static final int SHORTEST = 4;

    private final String text;
    private final BitSet hidden;

    Mask(String text) {
        this.text = text;
        this.hidden = new BitSet(text.length());
    }

    /** Masks from {@code start} up to {@code end}. */
    void hide(int start, int end) {
        hidden.set(start, end);
    }

    String masked() {
        StringBuilder clean = new StringBuilder();
        int from = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(from)) {
            clean.append(text, from, start).append(STARS);
            from = hidden.nextClearBit(start);
        }
        return clean.append(text.substring(from)).toString();
    }
}
