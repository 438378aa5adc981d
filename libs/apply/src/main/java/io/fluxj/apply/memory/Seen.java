package io.fluxj.apply.memory;

import org.jspecify.annotations.Nullable;

/** How an object was seen last. Key and look stand here in full, as that takes less memory than to refer to them. */
record Seen(
        long keyHigh,
        long keyLow,
        long high,
        long low,
        long version,
        int applied,
        @Nullable Owned owner) {

    static Seen of(Hash key, Look look, @Nullable Owned owner) {
        return new Seen(
                key.high(),
                key.low(),
                look.fingerprint().high(),
                look.fingerprint().low(),
                look.version(),
                look.applied(),
                owner);
    }

    Seen ownedBy(@Nullable Owned other) {
        return new Seen(keyHigh, keyLow, high, low, version, applied, other);
    }

    Hash key() {
        return new Hash(keyHigh, keyLow);
    }

    Look look() {
        return new Look(new Hash(high, low), applied, version);
    }

    boolean isAt(Hash key) {
        return keyHigh == key.high() && keyLow == key.low();
    }
}
