package io.fluxj.semver;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads one version where the cursor stands. */
record VersionReader(Cursor cursor) {

    Optional<Version> read() {
        int start = cursor.position();
        cursor.accept("v");
        OptionalLong major = number();
        OptionalLong minor = cursor.accept(".") ? number() : OptionalLong.of(0);
        OptionalLong patch = cursor.accept(".") ? number() : OptionalLong.of(0);
        String preRelease = Labels.take(cursor, "-");
        String metadata = Labels.take(cursor, "+");
        if (major.isEmpty() || minor.isEmpty() || patch.isEmpty() || !Labels.areNumbersPlain(preRelease)) {
            return Optional.empty();
        }
        return Optional.of(new Version(
                major.getAsLong(), minor.getAsLong(), patch.getAsLong(), preRelease, metadata, cursor.since(start)));
    }

    private OptionalLong number() {
        return Numbers.parse(cursor.takeWhile(Labels::isDigit));
    }
}
