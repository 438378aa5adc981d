package io.fluxj.cli.get;

import java.util.regex.Pattern;

/** Revisions as a person reads them. */
final class Revision {
    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{32,}\\b");

    private Revision() {}

    /** The text with its digests cut to 8 digits: {@code main@sha1:12345678}. */
    static String shortened(String text) {
        return DIGEST.matcher(text).replaceAll("$1");
    }
}
