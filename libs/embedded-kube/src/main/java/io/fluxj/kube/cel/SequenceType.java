package io.fluxj.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list.
 *
 * @param key what tells its elements apart, when their order does not count
 */
record SequenceType(DeclaredType element, Optional<Function<Object, Object>> key, long maxElements)
        implements DeclaredType {
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
        List<Object> elements = new Elements(element, json);
        return key.<Object>map(k -> new KeyedList(elements, k)).orElse(elements);
    }

    private static final class Elements extends AbstractList<Object> implements RandomAccess {
        private final DeclaredType type;
        private final JsonNode json;

        Elements(DeclaredType type, JsonNode json) {
            this.type = type;
            this.json = json;
        }

        @Override
        public Object get(int index) {
            if (index < 0 || index >= json.size()) {
                throw new IndexOutOfBoundsException(index);
            }
            return Values.of(type, json.get(index));
        }

        @Override
        public int size() {
            return json.size();
        }
    }
}
