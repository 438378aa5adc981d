package io.fluxj.semver;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A semantic version as Masterminds' {@code semver} reads it: a leading {@code v}, missing minor and patch numbers and leading
 * zeros are fine. Two versions that are equal in precedence may differ in {@code metadata} and {@code original}; compare with
 * {@link #PRECEDENCE}.
 *
 * @param major unsigned 64-bit
 * @param minor unsigned 64-bit
 * @param patch unsigned 64-bit
 * @param preRelease what follows the hyphen, or empty
 * @param metadata what follows the plus sign, or empty; without meaning for precedence
 * @param original the text it was read from
 */
public record Version(long major, long minor, long patch, String preRelease, String metadata, String original) {
    /** Longer texts are no versions. */
    static final int LONGEST = 256;

    private static final Pattern STRICT = Pattern.compile("v?(?:0|[1-9][0-9]*)(?:\\.(?:0|[1-9][0-9]*)){2}(?:[-+].*)?");

    /** From the lowest to the highest; build metadata does not count (semver.org, item 11). */
    public static final Comparator<Version> PRECEDENCE = Comparator.comparing(Version::major, Long::compareUnsigned)
            .thenComparing(Version::minor, Long::compareUnsigned)
            .thenComparing(Version::patch, Long::compareUnsigned)
            .thenComparing(Version::preRelease, PreReleases.PRECEDENCE);

    /** Reads a version; nothing when the text is none. */
    public static Optional<Version> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(text);
        Optional<Version> version = new VersionReader(cursor).read();
        return cursor.atEnd() ? version : Optional.empty();
    }

    /** As {@link #parse}, of texts alone that have all three numbers without leading zeros; a leading {@code v} is fine. */
    public static Optional<Version> parseStrict(String text) {
        return STRICT.matcher(text).matches() ? parse(text) : Optional.empty();
    }

    /** Whether it is an alpha, a release candidate or the like. */
    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    int comparedTo(Version other) {
        return PRECEDENCE.compare(this, other);
    }

    /** The version in full form, such as {@code 1.2.0-rc.1+build}, without a leading {@code v}. */
    @Override
    public String toString() {
        return Long.toUnsignedString(major) + "." + Long.toUnsignedString(minor) + "." + Long.toUnsignedString(patch)
                + (preRelease.isEmpty() ? "" : "-" + preRelease)
                + (metadata.isEmpty() ? "" : "+" + metadata);
    }
}
