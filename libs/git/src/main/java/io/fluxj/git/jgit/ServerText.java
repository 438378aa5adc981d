package io.fluxj.git.jgit;

import java.util.regex.Pattern;

/** What a server says, made fit for messages: one line without control characters, and not too long. */
final class ServerText {
    /** Characters that are kept. */
    static final int LONGEST = 1024;

    /** Also what turns the direction of writing or is not seen at all. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]+");

    /** Nobody should have to go through megabytes to keep the first characters. */
    private static final int LOOKED_AT = LONGEST * 4;

    private ServerText() {}

    static String of(String text) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        String seen = UNSEEN.matcher(start).replaceAll(" ").strip();
        boolean whole = seen.length() <= LONGEST && start.length() == text.length();
        return whole ? seen : seen.substring(0, Math.min(seen.length(), LONGEST)) + "...";
    }
}
