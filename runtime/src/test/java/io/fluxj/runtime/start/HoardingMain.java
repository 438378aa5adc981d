package io.fluxj.runtime.start;

import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayDeque;
import java.util.Deque;

/** Drops what it made only when that is old, and prints how many MiB the old generation held at most. */
public final class HoardingMain {
    private static final int PIECE = 64 * 1024;
    private static final int PIECES = 16_000;
    private static final int KEPT = 160;
    private static final long MIB = 1 << 20;

    private HoardingMain() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        PromptCollection.start();
        MemoryPoolMXBean old = PromptCollection.oldGeneration().orElseThrow();
        Deque<byte[]> kept = new ArrayDeque<>();
        long most = 0;
        for (int i = 0; i < PIECES; i++) {
            kept.add(new byte[PIECE]);
            if (kept.size() > KEPT) {
                kept.remove();
            }
            most = Math.max(most, old.getUsage().getUsed());
        }
        System.out.println(most / MIB);
    }
}
