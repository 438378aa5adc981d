package io.fluxj.apply.stage;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Fields that others may change: their drift is no reason to apply, and an apply for another reason leaves them as they are. */
public final class IgnoredFields {

    private static final IgnoredFields NONE = new IgnoredFields("", manifest -> List.of());

    private final String identity;
    private final Function<ObjectNode, List<JsonPointer>> fields;

    /**
     * Fields by a rule.
     *
     * @param identity tells this rule from others: what was found out under another one is not believed
     * @param fields the fields of a manifest that are ignored, in any order; the empty pointer stands for the whole object
     */
    public IgnoredFields(String identity, Function<ObjectNode, List<JsonPointer>> fields) {
        this.identity = identity;
        this.fields = fields;
    }

    /** No field of any object. */
    public static IgnoredFields none() {
        return NONE;
    }

    /** Those of a manifest. */
    public List<JsonPointer> of(ObjectNode manifest) {
        return fields.apply(manifest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IgnoredFields fields && fields.identity.equals(identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }
}
