package io.fluxj.runtime.secret;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Takes secrets out of messages: user parts of URLs, authorization values, and the values it was told to conceal. */
public final class Scrubber {
    private static final int SHORTEST = 4;
    private static final String MASK = "*****";
    /** A bare user may be a token over HTTP; the one of SSH ("git") is no secret, its password is. */
    private static final Pattern USER_OF_URL = Pattern.compile("(?i)(https?://)[^/@\\s'\"]{1,1024}@");

    private static final Pattern PASSWORD_OF_URL = Pattern.compile("(://[^/@:\\s'\"]{0,256}:)[^/@\\s'\"]{1,1024}@");
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,4096}");

    private final Set<String> concealed = ConcurrentHashMap.newKeySet();

    /**
     * From now on {@code value}, and each longer line of it, is masked. Values of less than {@value #SHORTEST} characters are not: masking them would
     * garble messages and tell more than it hides.
     */
    public void conceal(String value) {
        remember(value);
        value.lines().forEach(this::remember);
    }

    private void remember(String value) {
        String trimmed = value.strip();
        if (trimmed.length() >= SHORTEST) {
            concealed.add(trimmed);
        }
    }

    /** The message without secrets. */
    public String scrub(String message) {
        String clean = USER_OF_URL.matcher(message).replaceAll("$1" + MASK + "@");
        clean = PASSWORD_OF_URL.matcher(clean).replaceAll("$1" + MASK + "@");
        clean = AUTHORIZATION.matcher(clean).replaceAll("$1 " + MASK);
        List<String> longestFirst = concealed.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String value : longestFirst) {
            clean = clean.replace(value, MASK);
        }
        return clean;
    }
}
