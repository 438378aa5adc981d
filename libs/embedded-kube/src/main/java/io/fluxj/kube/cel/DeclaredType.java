package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;

/** The type of a schema as rules see it. */
sealed interface DeclaredType permits ScalarType, SequenceType, DictionaryType, ObjectType {
    /** The type in CEL. */
    CelType type();

    /** How many characters, elements or entries a value may have at most. */
    long maxElements();

    /** The fewest bytes that a value takes as JSON. */
    long minBytes();

    /** The value as CEL takes it. */
    Object value(JsonNode json);
}
