package io.fluxj.sandbox;

/** Text for a shell. */
final class ShellText {

    private ShellText() {}

    /** {@return one word for a shell, whatever characters it has} */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
