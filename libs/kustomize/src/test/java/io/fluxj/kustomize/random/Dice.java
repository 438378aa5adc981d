package io.fluxj.kustomize.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices that follow from a seed alone. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** True in that many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number from 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Between {@code least} and {@code most} of the choices, in any order, none of them twice. */
    <T> List<T> some(List<T> choices, int least, int most) {
        List<T> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        int count = Math.min(shuffled.size(), least + random.nextInt(most - least + 1));
        return shuffled.subList(0, count);
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }
}
