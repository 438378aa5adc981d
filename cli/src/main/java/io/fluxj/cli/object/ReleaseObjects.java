package io.fluxj.cli.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.apply.ObjectRef;
import io.fluxj.cli.frame.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The objects of a release's manifest. */
final class ReleaseObjects {
    private static final Pattern DOCUMENTS = Pattern.compile("(?m)^---\\s*$");

    private ReleaseObjects() {}

    /** Those of a manifest; such as name no namespace are in that of the release, if their kind has namespaces. */
    static List<ObjectRef> of(String manifest, String namespace, Session session) {
        Resources resources = new Resources(session);
        List<ObjectRef> entries = new ArrayList<>();
        for (String document : DOCUMENTS.split(manifest, -1)) {
            if (!document.isBlank()) {
                JsonNode object = new ObjectMapper().valueToTree(Serialization.unmarshal(document, Map.class));
                if (object.hasNonNull("kind")) {
                    entries.add(entry(object, namespace, resources));
                }
            }
        }
        return entries;
    }

    private static ObjectRef entry(JsonNode object, String namespace, Resources resources) {
        String version = object.path("apiVersion").asText("");
        String kind = object.path("kind").asText("");
        String named = object.path("metadata").path("namespace").asText("");
        String placed = named.isEmpty() && resources.namespaced(version, kind) ? namespace : named;
        return ObjectRef.of(
                version, kind, placed, object.path("metadata").path("name").asText(""));
    }
}
