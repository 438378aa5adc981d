package io.fluxj.kube.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.json.YamlText;
import io.fluxj.kube.schema.Protobuf;
import java.io.IOException;
import java.util.Set;

/** Reads the bodies of requests by their content type. */
final class Bodies {
    private static final Set<String> JSON = Set.of("", "application/json", "*/*");
    private static final Set<String> YAML = Set.of("application/yaml", "application/x-yaml", "text/yaml");

    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

    private Bodies() {}

    private static JsonNode protobuf(Core core, HttpRequest request) {
        try {
            return Protobuf.read(core.definitions(), request.body());
        } catch (IOException e) {
            throw ApiError.badRequest("error decoding protobuf: " + e.getMessage());
        }
    }

    /** The object in the body; a request that needs one and has none is refused. */
    static JsonNode read(Core core, HttpRequest request) {
        String type = Patches.mediaType(request);
        if (type.equals(PROTOBUF)) {
            return protobuf(core, request);
        }
        if (!JSON.contains(type) && !YAML.contains(type)) {
            throw ApiError.of(
                    415,
                    "UnsupportedMediaType",
                    "the body of the request was in an unknown format - accepted media types include: application/json,"
                            + " application/yaml, application/vnd.kubernetes.protobuf, application/cbor");
        }
        try {
            JsonNode body = YAML.contains(type) ? YamlText.parse(request.body()) : Nodes.parse(request.body());
            if (body.isMissingNode()) {
                throw ApiError.badRequest("couldn't get version/kind; json parse error: unexpected end of JSON input");
            }
            return body;
        } catch (IOException e) {
            throw ApiError.badRequest("couldn't get version/kind; json parse error: " + problem(e));
        }
    }

    /** The target with what is to be said of keys that come twice in the body. */
    static Target checked(Target target, HttpRequest request) {
        String type = Patches.mediaType(request);
        if (target.options().validation() == WriteOptions.Validation.IGNORE) {
            return target;
        }
        try {
            if (YAML.contains(type)) {
                return target.withRepeats(
                        Repeats.ofYaml(YamlText.read(request.body()).repeated()));
            }
            return JSON.contains(type) ? target.withRepeats(Repeats.ofJson(request.body())) : target;
        } catch (IOException e) {
            throw ApiError.badRequest("couldn't get version/kind; json parse error: " + problem(e));
        }
    }

    /** The object in the body, or a missing node. */
    static JsonNode readOptional(Core core, HttpRequest request) {
        return request.body().length == 0 ? Nodes.FACTORY.missingNode() : read(core, request);
    }

    static String problem(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}
