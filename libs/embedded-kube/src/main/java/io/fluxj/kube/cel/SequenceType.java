package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.AbstractList;
import java.util.RandomAccess;

/** A list. */
record SequenceType(DeclaredType element, boolean nullableElements, long maxElements) implements DeclaredType {
    private static final long BRACKETS = 2;

    @Override
    public CelType type() {
        return ListType.create(element.type());
    }

    @Override
    public long minBytes() {
        return BRACKETS;
    }

    @Override
    public Object value(JsonNode json) {
        return new Elements(this, json);
    }

    private static final class Elements extends AbstractList<Object> implements RandomAccess {
        private final SequenceType type;
        private final JsonNode json;

        Elements(SequenceType type, JsonNode json) {
            this.type = type;
            this.json = json;
        }

        @Override
        public Object get(int index) {
            if (index < 0 || index >= json.size()) {
                throw new IndexOutOfBoundsException(index);
            }
            return Values.of(type.element, json.get(index));
        }

        @Override
        public int size() {
            return json.size();
        }
    }
}
