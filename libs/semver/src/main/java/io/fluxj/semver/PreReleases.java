package io.fluxj.semver;

import java.util.Comparator;

/** The order of pre-releases: none is highest, then identifier by identifier (semver.org, item 11.4). */
final class PreReleases {
    static final Comparator<String> PRECEDENCE = PreReleases::compare;

    private PreReleases() {}

    private static int compare(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        String[] ones = one.split("\\.", -1);
        String[] others = other.split("\\.", -1);
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            int order = compareIdentifiers(ones[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.length, others.length);
    }

    private static int compareIdentifiers(String one, String other) {
        boolean number = isSmallNumber(one);
        if (number != isSmallNumber(other)) {
            return number ? -1 : 1;
        }
        return number
                ? Long.compareUnsigned(Long.parseUnsignedLong(one), Long.parseUnsignedLong(other))
                : one.compareTo(other);
    }

    /** Numbers beyond 64 bits count as words, as Masterminds has it. */
    private static boolean isSmallNumber(String identifier) {
        return Labels.isNumber(identifier) && Numbers.parse(identifier).isPresent();
    }
}
