package io.fluxj.runtime.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values that must not be read in texts which others made of them: what a YAML reader or an API server says about an object that a Secret's
 * values were put into. They are found in any case, cut, escaped for JSON or YAML, as base64 and as part of an address:
 *
 * <ul>
 *   <li>of a value of 8 characters or more, every run of 8 is masked wherever it stands; of one of more than 16, every run of half its length, at
 *       most 16: an error may quote the value in part;
 *   <li>a value of 4 to 7 characters is masked where it is a word of its own;
 *   <li>a shorter one, {@code true}, {@code false} and {@code null} only where they stand alone in quotes: anything else would garble every text
 *       and tell more than it hides.
 * </ul>
 *
 * Signs that YAML takes for the beginning of an alias, an anchor, a tag or a quote do not count at the beginning of a value.
 */
public final class ConcealedValues {
    private static final int RUN = 8;
    private static final int LONGEST_RUN = 16;
    private static final String INDICATORS = "*&!|>%@`'\"-?:,[]{}# \t\r\n";
    private static final Set<String> COMMON_WORDS = Set.of("true", "false", "null");

    private final List<String> values;

    private ConcealedValues(Collection<String> values) {
        this.values = List.copyOf(values);
    }

    /** Hides nothing. */
    public static ConcealedValues none() {
        return new ConcealedValues(Set.of());
    }

    /** Hides these. */
    public static ConcealedValues of(Collection<String> values) {
        Set<String> forms = new LinkedHashSet<>();
        for (String value : values) {
            forms(value).map(ConcealedValues::folded).map(String::strip).forEach(forms::add);
        }
        forms.remove("");
        return new ConcealedValues(forms);
    }

    private static Stream<String> forms(String value) {
        String joined = value.replace("\n", "");
        Stream<String> whole = Stream.of(value, joined, value.strip());
        return Stream.of(whole, value.lines(), whole(value), whole(joined)).flatMap(texts -> texts);
    }

    /** The value as it looks when it was encoded, or read as YAML. */
    private static Stream<String> whole(String value) {
        return Stream.of(
                withoutIndicators(value),
                escaped(value),
                value.replace("'", "''"),
                URLEncoder.encode(value, UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8)));
    }

    private static String withoutIndicators(String value) {
        int start = 0;
        while (start < value.length() && INDICATORS.indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        return value.substring(start);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    /** In one case, with every character where it was. */
    private static String folded(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }

    /** The text with every value masked. */
    public String conceal(String text) {
        if (values.isEmpty() || text.isEmpty()) {
            return text;
        }
        String folded = folded(text);
        Mask mask = new Mask(text);
        for (String value : values) {
            if (value.length() < Mask.SHORTEST || COMMON_WORDS.contains(value)) {
                hide(folded, value, mask, ConcealedValues::isQuoted);
            } else if (value.length() < RUN) {
                hide(folded, value, mask, ConcealedValues::isWord);
            } else {
                hideRuns(folded, value, mask);
            }
        }
        return mask.masked();
    }

    /** Whether a value that stands at these positions is to be masked there. */
    @FunctionalInterface
    private interface Place {
        boolean counts(String text, int start, int end);
    }

    private static void hide(String text, String value, Mask mask, Place place) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            if (place.counts(text, at, at + value.length())) {
                mask.hide(at, at + value.length());
            }
        }
    }

    private static void hideRuns(String text, String value, Mask mask) {
        int length = Math.clamp(value.length() / 2, RUN, LONGEST_RUN);
        Set<String> common = new HashSet<>();
        for (int i = 0; i + length <= text.length(); i++) {
            common.add(text.substring(i, i + length));
        }
        Set<String> found = new HashSet<>();
        for (int i = 0; i + length <= value.length(); i++) {
            String run = value.substring(i, i + length);
            if (common.contains(run)) {
                found.add(run);
            }
        }
        for (int i = 0; !found.isEmpty() && i + length <= text.length(); i++) {
            if (found.contains(text.substring(i, i + length))) {
                mask.hide(i, i + length);
            }
        }
    }

    private static boolean isWord(String text, int start, int end) {
        return !isPartOfWord(text, start - 1) && !isPartOfWord(text, end);
    }

    private static boolean isPartOfWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean isQuoted(String text, int start, int end) {
        return isQuote(text, start - 1) && isQuote(text, end);
    }

    private static boolean isQuote(String text, int at) {
        return at >= 0 && at < text.length() && "'\"`".indexOf(text.charAt(at)) >= 0;
    }

    /** Does not print the values. */
    @Override
    public String toString() {
        return "ConcealedValues[" + values.size() + "]";
    }
}
