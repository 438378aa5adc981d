package io.fluxj.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * One recorded scenario or case.
 *
 * @param id unique in its folder; also the name of its test
 * @param source the file or folder that it was read from
 * @param document as it was written down; empty when the recording is a folder
 */
public record Recording(String id, Path source, JsonNode document) {
    @Override
    public String toString() {
        return id;
    }
}
