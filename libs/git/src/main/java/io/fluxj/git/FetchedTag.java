package io.fluxj.git;

import java.util.Optional;

/**
 * The tag that a commit was found by.
 *
 * @param name short name
 * @param hash of the tag's object; empty for a lightweight tag
 * @param object the annotated tag; empty for a lightweight one
 */
public record FetchedTag(String name, String hash, Optional<SignedObject> object) {
    /** Whether it carries a signature, by whomever. */
    public boolean isSigned() {
        return object.filter(SignedObject::isSigned).isPresent();
    }

    /** {@code name@hash}, or the name of a lightweight tag. */
    @Override
    public String toString() {
        return hash.isEmpty() ? name : name + "@" + hash;
    }
}
