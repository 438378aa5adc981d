package io.fluxj.automation.request;

/**
 * What people read of a request.
 *
 * @param title one line
 * @param body may be empty
 */
public record RequestText(String title, String body) {
    /** What every host takes. */
    private static final int LONGEST_TITLE = 250;

    /** A host's limit is 65,536 characters. */
    private static final int LONGEST_BODY = 60_000;

    private static final String NAMELESS = "Update images";

    /** Makes one line of the title, and cuts what is too long for hosts. */
    public RequestText {
        title = cut(title.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_TITLE);
        title = title.isEmpty() ? NAMELESS : title;
        body = cut(body.replace("\r\n", "\n").strip(), LONGEST_BODY);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    /**
     * The message of a commit as a request.
     *
     * @param title instead of the message's first line; empty for that
     */
    public static RequestText of(String title, String message) {
        String[] parts = message.strip().split("\\R", 2);
        return new RequestText(title.isEmpty() ? parts[0] : title, parts.length < 2 ? "" : parts[1]);
    }
}
