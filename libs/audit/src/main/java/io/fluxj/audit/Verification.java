package io.fluxj.audit;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Whether lines are as they were written, and all there. */
public final class Verification {
    private static final int MOST_CHAINS = 10_000;

    private final List<Seal> seals;
    private final Leniency leniency;
    private final SequencedMap<String, Chain> chains = new LinkedHashMap<>();
    private long lines;

    /**
     * What may be.
     *
     * @param otherLines lines that are no entries
     * @param lateStart chains whose first entries are missing
     */
    public record Leniency(boolean otherLines, boolean lateStart) {}

    /**
     * A chain that is right.
     *
     * @param first number of its first entry
     * @param head what it has got to
     */
    public record Chain(long first, Head head) {}

    /** What came of it. */
    public sealed interface Verdict {
        /** All is as it was written; the chains in the order in which they begin. */
        record Intact(List<Chain> chains) implements Verdict {}

        /** A line is not; what comes after it was not looked at. */
        record Broken(long line, String problem) implements Verdict {}
    }

    /** Lines, one after the other. */
    @FunctionalInterface
    public interface Lines {
        /**
         * The next one.
         *
         * @return empty after the last
         * @throws IOException when it cannot be read
         */
        Optional<String> next() throws IOException;
    }

    private Verification(List<Seal> seals, Leniency leniency) {
        this.seals = List.copyOf(seals);
        this.leniency = leniency;
    }

    /**
     * Looks at lines.
     *
     * @param seals each entry has to be sealed by one of them
     */
    public static Verdict of(Lines lines, List<Seal> seals, Leniency leniency) throws IOException {
        return new Verification(seals, leniency).all(lines);
    }

    private Verdict all(Lines source) throws IOException {
        for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
            lines++;
            Optional<String> problem = problem(line.get());
            if (problem.isPresent()) {
                return new Verdict.Broken(lines, problem.get());
            }
        }
        return new Verdict.Intact(List.copyOf(chains.values()));
    }

    private Optional<String> problem(String line) {
        Optional<Entry> entry = Entry.parse(line);
        if (entry.isEmpty()) {
            return leniency.otherLines() ? Optional.empty() : Optional.of("is no entry of a journal");
        }
        if (seals.stream().noneMatch(entry.get()::isSealedBy)) {
            return Optional.of(named(entry.get()) + " is not as it was written, or sealed by another key");
        }
        Chain known = chains.get(entry.get().head().chain());
        Optional<String> problem = known == null ? wrongStart(entry.get()) : wrongPlace(entry.get(), known.head());
        if (problem.isEmpty()) {
            Head head = entry.get().head();
            chains.put(head.chain(), new Chain(known == null ? head.number() : known.first(), head));
        }
        return problem;
    }

    private Optional<String> wrongStart(Entry entry) {
        if (chains.size() == MOST_CHAINS) {
            return Optional.of("begins one chain more than the " + MOST_CHAINS + " that are looked at");
        }
        boolean first = entry.head().number() == 1 && entry.previous().equals(Head.NOTHING);
        return first || leniency.lateStart()
                ? Optional.empty()
                : Optional.of(named(entry) + " is the first one: those before it are missing");
    }

    private static Optional<String> wrongPlace(Entry entry, Head last) {
        return entry.head().number() == last.number() + 1 && entry.previous().equals(last.hash())
                ? Optional.empty()
                : Optional.of(named(entry) + " does not follow entry " + last.number()
                        + ": something between them is missing, or was put there");
    }

    private static String named(Entry entry) {
        return "entry " + entry.head().number() + " of chain " + entry.head().chain();
    }
}
