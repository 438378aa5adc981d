package io.fluxj.kustomize.random;

import java.io.IOException;
import java.nio.file.Path;

/** Writes random kustomizations, a folder each, named for its seed. */
public final class RandomKustomizations {

    private RandomKustomizations() {}

    /** {@code SEED COUNT OUT}: the first seed, how many, and the folder to write them into. */
    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[0]);
        for (long seed = first; seed < first + Long.parseLong(arguments[1]); seed++) {
            RandomTree.of(seed).writeTo(Path.of(arguments[2], String.valueOf(seed)));
        }
    }
}
