package io.fluxj.kustomize.random;

import io.fluxj.kustomize.RealKustomize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds random kustomizations with our engine and with a real kustomize, and prints where they differ. Where no {@link RealKustomize} is named, only the
 * program's arguments are explained.
 */
public final class Differential {

    private final RealKustomize kustomize;
    private final Path folder;
    private final List<String> summaries = new ArrayList<>();
    private int same;
    private int failed;
    private int different;

    private Differential(RealKustomize kustomize, Path folder) {
        this.kustomize = kustomize;
        this.folder = folder;
    }

    /**
     * {@code SEED COUNT OUT [RECORD]}: the first seed, how many, a folder for them, and a file for the summaries of what the real one
     * made, as {@link RandomKustomizationsTest} reads them.
     */
    public static void main(String[] arguments) throws IOException {
        Optional<RealKustomize> kustomize = RealKustomize.named();
        if (kustomize.isEmpty() || arguments.length < 3) {
            System.out.println("usage: -Dkustomize=PATH Differential SEED COUNT OUT [RECORD]");
            return;
        }
        Differential differential = new Differential(kustomize.get(), Path.of(arguments[2]));
        long first = Long.parseLong(arguments[0]);
        for (long seed = first; seed < first + Long.parseLong(arguments[1]); seed++) {
            differential.compare(RandomTree.of(seed));
        }
        System.out.printf(
                "%d alike, %d refused by both, %d different%n",
                differential.same, differential.failed, differential.different);
        if (arguments.length > 3) {
            Files.write(Path.of(arguments[3]), differential.summaries);
        }
    }

    private void compare(RandomTree tree) throws IOException {
        Path written = folder.resolve(String.valueOf(tree.seed()));
        tree.writeTo(written);
        Outcome ours = Outcome.ours(tree, written);
        Outcome real = kustomize.build(written.resolve(RandomTree.ENTRY), tree.reorder());
        summaries.add(tree.seed() + " " + real.summary());
        if (!ours.agreesWith(real)) {
            different++;
            System.out.println("=== " + written + "\n" + difference(ours, real));
        } else if (ours.failed()) {
            failed++;
        } else {
            same++;
        }
    }

    /** The first line in which the two differ, or what only one of them complains of. */
    private static String difference(Outcome ours, Outcome real) {
        if (ours.failed() || real.failed()) {
            return (ours.failed() ? "only ours refuses: " : "only the real one refuses: ")
                    + (ours.failed() ? ours.text() : real.text());
        }
        List<String> left = real.text().lines().toList();
        List<String> right = ours.text().lines().toList();
        int line = 0;
        while (line < Math.min(left.size(), right.size()) && left.get(line).equals(right.get(line))) {
            line++;
        }
        return "line " + (line + 1) + "\n  real: " + at(left, line) + "\n  ours: " + at(right, line);
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(the end)";
    }
}
