package io.fluxj.source.chart;

import java.util.regex.Pattern;

/** The store takes the name of a chart into the name of a file. */
final class StorableName {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final int LONGEST = 150;
    private static final int MOST_PARTS = 9;

    private StorableName() {}

    static void require(String name) throws BuildFailure {
        String[] parts = name.split("/", -1);
        boolean storable = name.length() <= LONGEST && parts.length <= MOST_PARTS;
        for (String part : parts) {
            storable &= PART.matcher(part).matches();
        }
        if (!storable) {
            throw new BuildFailure(
                    BuildReason.REFERENCE,
                    "the chart's name '" + (name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name)
                            + "' cannot be that of a file: it must begin with a letter or digit, and consist of letters,"
                            + " digits, '.', '-' and '_', " + LONGEST + " at most",
                    null);
        }
    }
}
