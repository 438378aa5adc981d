package io.fluxj.notification.receiver.payload;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The media type that a header names, in lower case, such as {@code application/json}.
 *
 * @param text without its parameters
 */
public record MediaType(String text) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("(" + TOKEN + ")(/?)((?:" + TOKEN + ")?)(.*)");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*(" + TOKEN + ")\\s*=\\s*(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*\")");

    /**
     * Reads the value of a header.
     *
     * @throws MalformedPayload in the words of Go's mime package
     */
    public static MediaType parse(String header) throws MalformedPayload {
        int end = header.indexOf(';');
        String type = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        checkType(type);
        if (end >= 0) {
            checkParameters(header.substring(end));
        }
        return new MediaType(type);
    }

    private static void checkType(String type) throws MalformedPayload {
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches()) {
            throw new MalformedPayload("mime: no media type");
        }
        if (type.equals(matcher.group(1))) {
            return;
        }
        if (matcher.group(2).isEmpty()) {
            throw new MalformedPayload("mime: expected slash after first token");
        }
        if (matcher.group(3).isEmpty()) {
            throw new MalformedPayload("mime: expected token after slash");
        }
        if (!matcher.group(4).isEmpty()) {
            throw new MalformedPayload("mime: unexpected content after media subtype");
        }
    }

    private static void checkParameters(String all) throws MalformedPayload {
        Set<String> names = new HashSet<>();
        String rest = all;
        while (!rest.isBlank() && !rest.strip().equals(";")) {
            Matcher matcher = PARAMETER.matcher(rest);
            if (!matcher.lookingAt()) {
                throw new MalformedPayload("mime: invalid media parameter");
            }
            if (!names.add(matcher.group(1).toLowerCase(Locale.ROOT))) {
                throw new MalformedPayload("mime: duplicate parameter name");
            }
            rest = rest.substring(matcher.end());
        }
    }

    /** Whether one of the types that a header names is JSON; what follows the first broken one is not looked at. */
    public static boolean isJson(String header) {
        for (String each : header.split(",", -1)) {
            try {
                if (parse(each).text().equals("application/json")) {
                    return true;
                }
            } catch (MalformedPayload broken) {
                return false;
            }
        }
        return false;
    }
}
