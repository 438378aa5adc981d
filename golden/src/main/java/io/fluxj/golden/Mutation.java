package io.fluxj.golden;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Changes bytes of recorded inputs: cuts out, repeats, mixes. The same seed makes the same changes. */
public final class Mutation {
    private static final int LONGEST_CUT = 40;
    private static final int LONGEST_PIECE = 200;

    private final List<String> snippets;
    private final List<byte[]> others;
    private final Random random;

    /**
     * The changes that follow from one seed.
     *
     * @param snippets that mean something in this kind of input
     * @param others pieces of them are mixed in
     */
    public Mutation(List<String> snippets, List<byte[]> others, long seed) {
        this.snippets = List.copyOf(snippets);
        this.others = List.copyOf(others);
        this.random = new Random(seed);
    }

    /** One of so many, from 0. */
    public int choice(int bound) {
        return random.nextInt(bound);
    }

    /** The bytes with one change. */
    public byte[] of(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(LONGEST_CUT));
        byte[] piece = piece();
        byte[] result = new byte[from + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
        return result;
    }

    private byte[] piece() {
        return switch (random.nextInt(4)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> snippets.get(random.nextInt(snippets.size())).getBytes(StandardCharsets.UTF_8);
            case 2 -> slice(others.get(random.nextInt(others.size())));
            default -> new byte[0];
        };
    }

    private byte[] slice(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(LONGEST_PIECE));
        byte[] piece = new byte[to - from];
        System.arraycopy(bytes, from, piece, 0, piece.length);
        return piece;
    }
}
