package io.fluxj.kustomize.fieldspec;

import io.fluxj.kustomize.id.Gvk;

/**
 * A field of objects of some kinds.
 *
 * @param gvk the kinds; empty parts mean any
 * @param path field names separated by {@code /}; lists on the way are walked through
 * @param create whether what is missing on the way is made
 */
public record FieldSpec(Gvk gvk, String path, boolean create) {

    /** The same field anywhere. */
    public static FieldSpec anywhere(String path, boolean create) {
        return new FieldSpec(Gvk.ANY, path, create);
    }
}
