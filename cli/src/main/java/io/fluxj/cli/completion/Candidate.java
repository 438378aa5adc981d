package io.fluxj.cli.completion;

/**
 * What the last word may become.
 *
 * @param word the whole word
 * @param about what it means; empty where the word says all
 */
record Candidate(String word, String about) {
    private static final int LONGEST = 80;

    /** A word that says all. */
    static Candidate of(String word) {
        return new Candidate(word, "");
    }

    /** The line that the scripts read: the word, a tab, what it means. */
    String line() {
        String text = about.replaceAll("\\s+", " ").strip();
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        return cut.isEmpty() ? word : word + "\t" + cut;
    }
}
