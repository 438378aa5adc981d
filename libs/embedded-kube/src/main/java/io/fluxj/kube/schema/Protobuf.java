package io.fluxj.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the protobuf form of built-in kinds, which kubectl sends for some of its commands, as JSON. */
public final class Protobuf {
    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final String META = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    private static final int MAX_DEPTH = 60;

    private final int depth;

    private Protobuf(int depth) {
        this.depth = depth;
    }

    /**
     * Reads an object in its envelope.
     *
     * @throws IOException when the bytes are no such thing
     */
    public static ObjectNode read(Definitions definitions, byte[] bytes) throws IOException {
        if (bytes.length < MAGIC.length || !java.util.Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("the protobuf envelope is missing");
        }
        WireReader envelope = new WireReader(bytes, MAGIC.length, bytes.length);
        String apiVersion = "";
        String kind = "";
        WireReader raw = new WireReader(bytes, 0, 0);
        while (envelope.next()) {
            if (envelope.field() == 1) {
                WireReader type = envelope.message();
                while (type.next()) {
                    if (type.field() == 1) {
                        apiVersion = type.text();
                    } else if (type.field() == 2) {
                        kind = type.text();
                    }
                }
            } else if (envelope.field() == 2) {
                raw = envelope.message();
            }
        }
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        Optional<Schema> schema = definitions.ofKind(group, apiVersion.substring(slash + 1), kind);
        if (schema.isEmpty()) {
            throw new IOException("no kind \"" + kind + "\" is registered for version \"" + apiVersion + "\"");
        }
        ObjectNode out = new Protobuf(0).object(schema.get(), raw);
        out.put("apiVersion", apiVersion).put("kind", kind);
        return out;
    }

    private ObjectNode object(Schema schema, WireReader in) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("nested too deep");
        }
        ObjectNode out = Nodes.object();
        fields(schema, in, false, out);
        return out;
    }

    /** Reads the fields of a message, or of one whose fields JSON has in the message around it. */
    private void fields(Schema schema, WireReader in, boolean inner, ObjectNode out) throws IOException {
        Optional<InlinedFields> inlined = InlinedFields.of(schema.definition());
        Map<Integer, String> names = new HashMap<>();
        schema.shapes().forEach((name, shape) -> {
            if (inlined.isEmpty() || inlined.get().inner(name) == inner) {
                names.put(shape.number(), name);
            }
        });
        Protobuf below = new Protobuf(depth + 1);
        while (in.next()) {
            if (inlined.isPresent() && !inner && in.field() == inlined.get().number()) {
                fields(schema, in.message(), true, out);
                continue;
            }
            String name = names.get(in.field());
            Optional<Schema> type = name == null ? Optional.empty() : schema.property(name);
            if (name != null && type.isPresent()) {
                below.member(out, name, type.get(), in);
            }
        }
    }

    private void member(ObjectNode out, String name, Schema type, WireReader in) throws IOException {
        if (type.type().equals("array")) {
            ArrayNode list = out.get(name) instanceof ArrayNode existing ? existing : out.putArray(name);
            list.add(value(type.items(), in));
        } else if (type.type().equals("object")
                && !type.hasProperties()
                && type.additional().isPresent()) {
            entry(Nodes.child(out, name), type.additional().get(), in.message());
        } else {
            out.set(name, value(type, in));
        }
    }

    private void entry(ObjectNode map, Schema type, WireReader in) throws IOException {
        String key = "";
        JsonNode value = type.type().equals("string") ? Nodes.FACTORY.textNode("") : Nodes.object();
        while (in.next()) {
            if (in.field() == 1) {
                key = in.text();
            } else {
                value = value(type, in);
            }
        }
        map.set(key, value);
    }

    private JsonNode value(Schema type, WireReader in) throws IOException {
        String definition = type.definition();
        if (definition.equals(QUANTITY)) {
            return single(in.message());
        }
        if (definition.equals(META + "Time") || definition.equals(META + "MicroTime")) {
            return time(in.message());
        }
        if (definition.equals(META + "FieldsV1")
                || definition.endsWith("runtime.RawExtension")
                || definition.endsWith("v1.JSON")) {
            return Nodes.parse(single(in.message()).asText("null").getBytes(StandardCharsets.UTF_8));
        }
        return switch (type.type()) {
            case "string" ->
                Nodes.FACTORY.textNode(
                        type.format().equals("byte") ? Base64.getEncoder().encodeToString(in.bytes()) : in.text());
            case "boolean" -> Nodes.FACTORY.booleanNode(in.number() != 0);
            case "integer" -> Nodes.FACTORY.numberNode(in.number());
            case "number" -> Nodes.FACTORY.numberNode(Double.longBitsToDouble(in.number()));
            case "int-or-string" -> intOrString(in.message());
            default -> object(type, in.message());
        };
    }

    private static JsonNode single(WireReader in) throws IOException {
        String text = "";
        while (in.next()) {
            if (in.field() == 1) {
                text = in.text();
            }
        }
        return Nodes.FACTORY.textNode(text);
    }

    private static JsonNode time(WireReader in) throws IOException {
        long seconds = 0;
        long nanos = 0;
        boolean any = false;
        while (in.next()) {
            any = true;
            if (in.field() == 1) {
                seconds = in.number();
            } else if (in.field() == 2) {
                nanos = in.number();
            }
        }
        try {
            return any
                    ? Nodes.FACTORY.textNode(
                            Instant.ofEpochSecond(seconds, nanos).toString())
                    : Nodes.FACTORY.nullNode();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IOException("a time is out of range", e);
        }
    }

    private static JsonNode intOrString(WireReader in) throws IOException {
        long kind = 0;
        long number = 0;
        String text = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> kind = in.number();
                case 2 -> number = in.number();
                case 3 -> text = in.text();
                default -> {}
            }
        }
        return kind == 0 ? Nodes.FACTORY.numberNode((int) number) : Nodes.FACTORY.textNode(text);
    }
}
