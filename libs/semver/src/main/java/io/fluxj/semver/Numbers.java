package io.fluxj.semver;

import java.util.OptionalLong;

/** Unsigned 64-bit numbers. */
final class Numbers {
    private Numbers() {}

    /** The value of some digits, or nothing when they are none or too many. */
    static OptionalLong parse(String digits) {
        try {
            return OptionalLong.of(Long.parseUnsignedLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
