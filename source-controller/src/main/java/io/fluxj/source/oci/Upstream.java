package io.fluxj.source.oci;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Reference;

/**
 * What the registry has.
 *
 * @param reference what led to it
 * @param digest of its manifest
 */
record Upstream(Reference reference, Digest digest) {
    /** As artifacts show it. */
    String revision() {
        return switch (reference) {
            case Reference.Tag tag -> tag.tag() + "@" + digest;
            case Reference.Pinned _ -> digest.toString();
        };
    }

    /** What is fetched, whatever a tag leads to meanwhile. */
    Reference pinned() {
        return reference.repository().digest(digest);
    }
}
