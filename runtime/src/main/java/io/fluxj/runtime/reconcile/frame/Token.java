package io.fluxj.runtime.reconcile.frame;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;

/** The opaque value by which users ask for a pass. */
final class Token {
    private Token() {}

    /** The token of an object, empty when there is none. */
    static String of(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(Triggers.REQUESTED_AT, "");
    }
}
