package io.fluxj.oci;

import io.fluxj.archive.Digest;
import java.util.regex.Pattern;

/** Something in a repository that has a manifest. */
public sealed interface Reference {
    /** Where it lies. */
    Repository repository();

    /** How the protocol calls it there. */
    String identifier();

    /** By its tag, which may move. */
    record Tag(Repository repository, String tag) implements Reference {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

        /** Refuses what no registry takes. */
        public Tag {
            if (!isValid(tag)) {
                throw new IllegalArgumentException(
                        "a tag has up to 128 letters, digits, '.', '_' and '-', and does not begin with '.' or '-': "
                                + tag);
            }
        }

        /** Whether a text can be a tag. Source: OCI distribution specification. */
        public static boolean isValid(String text) {
            return FORM.matcher(text).matches();
        }

        @Override
        public String identifier() {
            return tag;
        }

        /** {@code host/path:tag}. */
        @Override
        public String toString() {
            return repository + ":" + tag;
        }
    }

    /** By the digest of its manifest. */
    record Pinned(Repository repository, Digest digest) implements Reference {
        @Override
        public String identifier() {
            return digest.toString();
        }

        /** {@code host/path@digest}. */
        @Override
        public String toString() {
            return repository + "@" + digest;
        }
    }
}
