package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Schema;
import java.util.Optional;

/** The versions at which an object's fields may be owned. */
public interface Versions {
    /** The schema of the kind at a version; empty when the version is not served. */
    Optional<Schema> schema(String apiVersion);

    /** The object as it looks at a version that is served. */
    JsonNode convert(JsonNode object, String apiVersion);
}
