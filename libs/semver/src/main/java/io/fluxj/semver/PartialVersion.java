package io.fluxj.semver;

import java.util.Optional;

/**
 * The version in a constraint, of which the last numbers may be left open.
 *
 * @param version the version with zeros for what is open
 * @param open which number is the first to be open
 */
record PartialVersion(Version version, Open open) {

    /** The first number that is left open, by {@code x} or by leaving it away. */
    enum Open {
        NOTHING,
        MAJOR,
        MINOR,
        PATCH
    }

    /**
     * Takes what looks like one; its parts may still be nonsense.
     *
     * @return the parts, or nothing when there is none; the cursor then has not moved
     */
    static Optional<Parts> take(Cursor cursor) {
        int start = cursor.position();
        cursor.accept("v");
        String major = cursor.takeWhile(PartialVersion::isPart);
        if (major.isEmpty()) {
            cursor.moveTo(start);
            return Optional.empty();
        }
        String minor = dotted(cursor);
        String patch = dotted(cursor);
        String preRelease = Labels.take(cursor, "-");
        String metadata = Labels.take(cursor, "+");
        return Optional.of(new Parts(major, minor, patch, preRelease, metadata));
    }

    private static String dotted(Cursor cursor) {
        int start = cursor.position();
        String part = cursor.accept(".") ? cursor.takeWhile(PartialVersion::isPart) : "";
        if (part.isEmpty()) {
            cursor.moveTo(start);
        }
        return part;
    }

    /** The bar is a slip in Masterminds' expression; it decides which of two errors is reported. */
    private static boolean isPart(int c) {
        return Labels.isDigit(c) || c == 'x' || c == 'X' || c == '*' || c == '|';
    }

    /** The texts between the dots, empty where missing. */
    record Parts(String major, String minor, String patch, String preRelease, String metadata) {

        PartialVersion toPartial() throws InvalidConstraintException {
            if (isOpen(major)) {
                return partial("0.0.0", Open.MAJOR);
            }
            if (isOpen(minor)) {
                return partial(major + ".0.0", Open.MINOR);
            }
            if (isOpen(patch)) {
                return partial(major + "." + minor + ".0", Open.PATCH);
            }
            return partial(major + "." + minor + "." + patch, Open.NOTHING);
        }

        private PartialVersion partial(String numbers, Open open) throws InvalidConstraintException {
            String text = numbers
                    + (preRelease.isEmpty() ? "" : "-" + preRelease)
                    + (open != Open.NOTHING || metadata.isEmpty() ? "" : "+" + metadata);
            return new PartialVersion(Version.parse(text).orElseThrow(InvalidConstraintException::unparsable), open);
        }

        private static boolean isOpen(String part) {
            return part.isEmpty() || part.equals("x") || part.equals("X") || part.equals("*");
        }
    }
}
