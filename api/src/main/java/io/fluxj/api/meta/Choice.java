package io.fluxj.api.meta;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;

/**
 * The value of a field that offers a choice. It keeps the text that was read, so that a choice added by a later version
 * neither fails to be read nor is lost when the object is written.
 *
 * @param text the value as the object has it
 * @param type the choices that this version knows
 * @param <E> the choices that this version knows
 */
@JsonDeserialize(using = ChoiceReader.class)
public record Choice<E extends Enum<E> & Choice.Named>(
        @JsonValue String text, Class<E> type) {

    /** A constant with a name in the API. */
    public interface Named {
        /**
         * The constant as objects have it.
         *
         * @return the name in the API
         */
        String text();
    }

    /**
     * A known choice.
     *
     * @param known the constant
     * @param <E> type of the constant
     * @return the choice
     */
    public static <E extends Enum<E> & Named> Choice<E> of(E known) {
        return new Choice<>(known.text(), known.getDeclaringClass());
    }

    /**
     * What was chosen.
     *
     * @return the constant, or empty when this version does not know it
     */
    public Optional<E> known() {
        for (E constant : type.getEnumConstants()) {
            if (constant.text().equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether this is the given choice.
     *
     * @param constant the choice asked for
     * @return true when it was chosen
     */
    public boolean is(E constant) {
        return constant.text().equals(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
