package io.fluxj.source.bucket.azure;

import java.util.Map;

/** Who asks for blobs. The text of these values shows no secret. */
public sealed interface BlobAccess {
    /** Anybody. */
    record Anyone() implements BlobAccess {}

    /**
     * By a key of the account.
     *
     * @param key in Base64, as Azure shows it
     */
    record SharedKey(String key) implements BlobAccess {
        @Override
        public String toString() {
            return "SharedKey[]";
        }
    }

    /**
     * By a signature that somebody made before (SAS).
     *
     * @param query its fields
     */
    record Signed(Map<String, String> query) implements BlobAccess {
        /** Makes the map unmodifiable. */
        public Signed {
            query = Map.copyOf(query);
        }

        @Override
        public String toString() {
            return "Signed[]";
        }
    }

    /**
     * By a token of Entra ID.
     *
     * @param token for the storage
     */
    record Token(String token) implements BlobAccess {
        @Override
        public String toString() {
            return "Token[]";
        }
    }
}
