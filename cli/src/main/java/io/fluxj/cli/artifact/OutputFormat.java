package io.fluxj.cli.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.cli.frame.Documents;

/** In what form data is written. */
enum OutputFormat {
    JSON,
    YAML;

    String write(JsonNode data) {
        return switch (this) {
            case JSON -> Documents.json(data);
            case YAML -> Documents.yaml(data);
        };
    }
}
