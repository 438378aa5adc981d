package io.fluxj.runtime.secret;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Takes secrets out of messages: user parts of URLs, authorization values, and the values it was told to conceal. */
public final class Scrubber {
    /** A bare user may be a token over HTTP; the one of SSH ("git") is no secret, its password is. */
    private static final Pattern USER_OF_URL = Pattern.compile("(?i)(https?://)[^/@\\s'\"]{1,1024}@");

    private static final Pattern PASSWORD_OF_URL = Pattern.compile("(://[^/@:\\s'\"]{0,256}:)[^/@\\s'\"]{1,1024}@");
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,4096}");

    private final Set<String> concealed = ConcurrentHashMap.newKeySet();

    /**
     * From now on {@code value}, and each line of it, is masked wherever it stands as it is; a shorter one than {@value Mask#SHORTEST} characters is not.
     * Texts that others made of secret values want {@link ConcealedValues} too.
     */
    public void conceal(String value) {
        remember(value);
        value.lines().forEach(this::remember);
    }

    private void remember(String value) {
        String trimmed = value.strip();
        if (trimmed.length() >= Mask.SHORTEST) {
            concealed.add(trimmed);
        }
    }

    /** The message without secrets. */
    public String scrub(String message) {
        String clean = USER_OF_URL.matcher(message).replaceAll("$1" + Mask.STARS + "@");
        clean = PASSWORD_OF_URL.matcher(clean).replaceAll("$1" + Mask.STARS + "@");
        clean = AUTHORIZATION.matcher(clean).replaceAll("$1 " + Mask.STARS);
        return withoutConcealed(clean);
    }

    private String withoutConcealed(String message) {
        Mask mask = new Mask(message);
        for (String value : concealed) {
            for (int at = message.indexOf(value); at >= 0; at = message.indexOf(value, at + 1)) {
                mask.hide(at, at + value.length());
            }
        }
        return mask.masked();
    }
}
