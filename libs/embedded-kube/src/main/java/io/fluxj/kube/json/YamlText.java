package io.fluxj.kube.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads one YAML document as JSON; JSON text is YAML too. */
public final class YamlText {
    private static final int MAX_ALIASES = 50;
    private static final int MAX_CODE_POINTS = 4 * 1024 * 1024;
    private static final YAMLMapper MAPPER = mapper();

    private YamlText() {}

    /**
     * Reads a document.
     *
     * @throws IOException when it is not YAML
     */
    public static JsonNode parse(byte[] yaml) throws IOException {
        int first = firstByte(yaml);
        if (first == '{' || first == '[') {
            return Nodes.parse(yaml);
        }
        JsonNode value = MAPPER.readTree(yaml);
        return value == null ? Nodes.FACTORY.missingNode() : value;
    }

    private static int firstByte(byte[] text) {
        for (byte b : text) {
            if (!Character.isWhitespace(b)) {
                return b;
            }
        }
        return -1;
    }

    private static YAMLMapper mapper() {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setCodePointLimit(MAX_CODE_POINTS);
        YAMLMapper mapper =
                new YAMLMapper(YAMLFactory.builder().loaderOptions(limits).build());
        mapper.setNodeFactory(Nodes.FACTORY);
        return mapper;
    }
}
