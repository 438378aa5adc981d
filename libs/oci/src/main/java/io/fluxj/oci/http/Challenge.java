package io.fluxj.oci.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registry wants in place of a request without credentials. Source: RFC 9110 §11.6.1.
 *
 * @param scheme in lower case, such as {@code bearer}
 * @param parameters by their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
    static final String BEARER = "bearer";
    static final String BASIC = "basic";

    private static final int LONGEST = 8192;
    private static final Pattern PART = Pattern.compile("([A-Za-z0-9_-]++)[ \t]*+"
            + "(?:=[ \t]*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,\"]++)))?+[ \t]*+,?+[ \t]*+");

    /** The first that is understood. */
    static Optional<Challenge> of(List<String> headers) {
        return headers.stream()
                .filter(header -> header.length() <= LONGEST)
                .flatMap(header -> all(header).stream())
                .filter(challenge -> challenge.scheme.equals(BEARER) || challenge.scheme.equals(BASIC))
                .findFirst();
    }

    private static List<Challenge> all(String header) {
        List<Challenge> challenges = new ArrayList<>();
        Matcher part = PART.matcher(header.strip());
        while (part.lookingAt()) {
            String name = part.group(1).toLowerCase(Locale.ROOT);
            if (part.group(2) == null && part.group(3) == null) {
                challenges.add(new Challenge(name, new HashMap<>()));
            } else if (!challenges.isEmpty()) {
                challenges.getLast().parameters.put(name, value(part));
            }
            part.region(part.end(), part.regionEnd());
        }
        return challenges;
    }

    private static String value(Matcher part) {
        return part.group(2) == null ? part.group(3) : part.group(2).replaceAll("\\\\(.)", "$1");
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
