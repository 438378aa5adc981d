package io.fluxj.sops.key;

import java.util.List;
import java.util.Optional;

/** What came of a group of keys. */
sealed interface GroupResult {
    /** One of them opened it. */
    final class Opened implements GroupResult {
        private final byte[] part;

        Opened(byte[] part) {
            this.part = part;
        }

        byte[] part() {
            return part;
        }
    }

    /** None did. */
    record Failed(List<Failure> failures) implements GroupResult {}

    /** Why a key did not. */
    record Failure(String key, String problem) {}

    default Optional<byte[]> opened() {
        return switch (this) {
            case Opened opened -> Optional.of(opened.part());
            case Failed failed -> Optional.empty();
        };
    }
}
