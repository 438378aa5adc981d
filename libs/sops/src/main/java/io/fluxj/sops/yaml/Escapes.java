package io.fluxj.sops.yaml;

/** The one-letter escapes of double quotes. */
final class Escapes {
    private static final String READ =
            "0\0a\u0007b\bt\t\t\tn\nv\u000Bf\fr\re\u001B  \"\"''\\\\N\u0085_\u00A0L\u2028P\u2029";
    private static final String WRITTEN = "0\0a\u0007b\bt\tn\nv\u000Bf\fr\re\u001B\"\"\\\\N\u0085_\u00A0L\u2028P\u2029";

    private Escapes() {}

    /** What the letter stands for, or -1. */
    static int point(int letter) {
        for (int i = 0; i < READ.length(); i += 2) {
            if (READ.charAt(i) == letter) {
                return READ.charAt(i + 1);
            }
        }
        return -1;
    }

    /** The escape of a character, with its backslash. */
    static String of(int point) {
        for (int i = 0; i < WRITTEN.length(); i += 2) {
            if (WRITTEN.charAt(i + 1) == point) {
                return "\\" + WRITTEN.charAt(i);
            }
        }
        if (point <= 0xFF) {
            return "\\x%02X".formatted(point);
        }
        return (point <= 0xFFFF ? "\\u%04X" : "\\U%08X").formatted(point);
    }
}
