package io.fluxj.helmrelease.values;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes texts out of another, also where they stand as JSON has them, or were cut. */
record Concealing(List<String> secrets) {
    private static final String STARS = "*****";
    private static final String CUT = "…";

    String of(String text) {
        Set<String> all = new LinkedHashSet<>();
        secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(secret -> {
                    all.add(secret);
                    all.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
                });
        String concealed = text;
        for (String secret : all) {
            concealed = withoutCut(concealed.replace(secret, STARS), secret);
        }
        return concealed;
    }

    /** A value that is too long to be shown ends with a sign for the rest. */
    private static String withoutCut(String text, String secret) {
        StringBuilder left = new StringBuilder();
        int done = 0;
        for (int cut = text.indexOf(CUT); cut >= 0; cut = text.indexOf(CUT, cut + 1)) {
            int start = cutStart(text, done, cut, secret);
            left.append(text, done, start).append(start < cut ? STARS : "");
            done = cut;
        }
        return left.append(text, done, text.length()).toString();
    }

    /** Where the beginning of the secret begins that the cut left. */
    private static int cutStart(String text, int from, int cut, String secret) {
        for (int start = Math.max(from, cut - secret.length()); start < cut; start++) {
            if (secret.startsWith(text.substring(start, cut))) {
                return start;
            }
        }
        return cut;
    }
}
