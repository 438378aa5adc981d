package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.GroupVersion;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.crd.CustomObjects;
import io.fluxj.kube.kinds.Defaults;
import io.fluxj.kube.schema.Decoder;
import io.fluxj.kube.schema.ZeroValues;
import java.util.List;

/** Makes of a client's JSON an object of its kind: decoded, unknown fields settled, defaults filled in. */
public final class ObjectReader {
    static final String STRICT = "strict decoding error: ";

    private ObjectReader() {}

    /** The object, at the version of the target. */
    static ObjectNode read(Target target, JsonNode body) {
        ResourceType type = target.type();
        ObjectNode object = checkKind(type, body);
        List<String> unknown;
        ObjectNode out;
        if (type.isCustom()) {
            CustomObjects.Read read = CustomObjects.read(type, object);
            out = read.object();
            unknown = read.unknownFields();
        } else {
            Decoder.Decoded decoded = decode(type, object);
            out = decoded.object();
            unknown = decoded.unknownFields();
            Defaults.apply(type, out);
            ZeroValues.normalize(type.schema(), out);
        }
        out.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        settleUnknown(target, unknown);
        return out;
    }

    private static ObjectNode checkKind(ResourceType type, JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw ApiError.badRequest("couldn't get version/kind; json parse error: json: cannot unmarshal "
                    + (body.isArray() ? "array" : body.isTextual() ? "string" : "number")
                    + " into Go value of type struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind"
                    + " string \"json:\\\"kind,omitempty\\\"\" }");
        }
        String apiVersion = object.path("apiVersion").asText("");
        String kind = object.path("kind").asText("");
        if (apiVersion.isEmpty() && !type.isCustom() && kind.isEmpty()) {
            return object;
        }
        if (kind.isEmpty() && !type.isCustom()) {
            return object;
        }
        if (kind.isEmpty()) {
            throw ApiError.badRequest("Object 'Kind' is missing in '" + io.fluxj.kube.json.Nodes.text(object) + "'");
        }
        if (!kind.equals(type.kind()) || !apiVersion.equals(type.apiVersion())) {
            GroupVersion given = GroupVersion.parse(apiVersion);
            throw ApiError.badRequest(kind + " in version \"" + given.version() + "\" cannot be handled as a "
                    + type.kind() + ": no kind \"" + kind + "\" is registered for version \"" + apiVersion + "\"");
        }
        return object;
    }

    private static Decoder.Decoded decode(ResourceType type, ObjectNode object) {
        try {
            return Decoder.decode(type.schema(), object);
        } catch (Decoder.Mismatch e) {
            throw ApiError.badRequest(handled(type) + e.getMessage());
        }
    }

    private static String handled(ResourceType type) {
        return type.kind() + " in version \"" + type.version() + "\" cannot be handled as a " + type.kind() + ": ";
    }

    private static void settleUnknown(Target target, List<String> unknown) {
        boolean custom = target.type().isCustom();
        switch (target.options().validation()) {
            case IGNORE -> {}
            case WARN -> target.warnings().addAll(target.repeats().warnings(unknown, custom));
            case STRICT -> {
                List<String> texts = target.repeats().refusals(unknown, custom);
                if (!texts.isEmpty()) {
                    throw ApiError.badRequest(handled(target.type()) + STRICT + String.join(", ", texts));
                }
            }
        }
    }
}
