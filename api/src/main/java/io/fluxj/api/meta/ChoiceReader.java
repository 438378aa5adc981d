package io.fluxj.api.meta;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Choice}; learns from the place it stands in which constants there are. */
final class ChoiceReader<E extends Enum<E> & Choice.Named> extends JsonDeserializer<Choice<E>>
        implements ContextualDeserializer {
    private final @Nullable Class<E> type;

    ChoiceReader() {
        this(null);
    }

    private ChoiceReader(@Nullable Class<E> type) {
        this.type = type;
    }

    @Override
    @SuppressWarnings("unchecked") // the bounds of Choice's parameter say so
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new ChoiceReader<>(
                (Class<E>) context.getContextualType().containedType(0).getRawClass());
    }

    @Override
    public Choice<E> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (type == null) {
            throw new IllegalStateException("a Choice was read where its constants are not declared");
        }
        return new Choice<>(json.getValueAsString(""), type);
    }
}
