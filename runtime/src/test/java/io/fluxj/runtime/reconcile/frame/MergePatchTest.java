package io.fluxj.runtime.reconcile.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MergePatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void holdsOnlyWhatDiffers() throws Exception {
        ObjectNode before = (ObjectNode) JSON.readTree("{\"a\":1,\"b\":{\"c\":1,\"d\":2},\"e\":[1],\"f\":1}");
        ObjectNode after = (ObjectNode) JSON.readTree("{\"a\":1,\"b\":{\"c\":1,\"d\":3},\"e\":[1,2]}");

        assertThat(MergePatch.between(before, after).toString()).isEqualTo("{\"b\":{\"d\":3},\"e\":[1,2],\"f\":null}");
    }

    @Property
    void appliedToTheOldGivesTheNew(@ForAll("objects") ObjectNode before, @ForAll("objects") ObjectNode after) {
        assertThat(merged(before.deepCopy(), MergePatch.between(before, after))).isEqualTo(after);
    }

    @Property
    void betweenEqualsIsEmpty(@ForAll("objects") ObjectNode object) {
        assertThat(MergePatch.between(object, object.deepCopy()).isEmpty()).isTrue();
    }

    /** RFC 7396, section 2. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.path(change.getKey()), change.getValue()));
            }
        }
        return result;
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        Arbitrary<String> keys = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<JsonNode> leaves =
                Arbitraries.of("1", "\"x\"", "[1,2]", "[]", "true").map(MergePatchTest::parsed);
        Arbitrary<ObjectNode> flat = object(keys, leaves);
        Arbitrary<JsonNode> values = Arbitraries.oneOf(leaves, flat.map(node -> node));
        return object(keys, values);
    }

    private static Arbitrary<ObjectNode> object(Arbitrary<String> keys, Arbitrary<JsonNode> values) {
        return Arbitraries.maps(keys, values).ofMaxSize(4).map(fields -> {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.setAll(fields);
            return node;
        });
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
