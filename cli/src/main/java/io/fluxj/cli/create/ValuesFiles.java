package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.secret.FileText;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.helm.values.ValuesYaml;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files of Helm values, the later ones over the earlier ones. */
final class ValuesFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ValuesFiles() {}

    static ObjectNode merged(List<String> files) {
        Map<String, @Nullable Object> all = new HashMap<>();
        for (String file : files) {
            try {
                all = ValueTree.merged(all, ValuesYaml.read(FileText.text("--values", file)));
            } catch (GoError malformed) {
                throw new CommandFailure(
                        "reading values from " + file + " failed: " + malformed.getMessage(), malformed);
            }
        }
        return MAPPER.convertValue(all, ObjectNode.class);
    }
}
