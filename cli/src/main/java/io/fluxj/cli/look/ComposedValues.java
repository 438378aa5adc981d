package io.fluxj.cli.look;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.values.TargetPath;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.helm.values.ValuesYaml;
import io.fluxj.yaml.Dialect;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values that a release's chart gets: those of {@code valuesFrom} in their order, over all of them {@code values}. */
record ComposedValues(ClusterConfigs configs) {

    /** As YAML with sorted keys. */
    String yaml(FluxObject release) {
        Map<String, @Nullable Object> own = own(release);
        Map<String, @Nullable Object> values = new HashMap<>();
        for (JsonNode reference : release.elements("/spec/valuesFrom").toList()) {
            Optional<String> text = text(release.namespace(), reference);
            if (text.isPresent()) {
                values = with(values, own, reference, text.get());
            }
        }
        return YamlWriter.writeSorted(Meter.NONE, Dialect.V2, ValueTree.merged(values, own));
    }

    private static Map<String, @Nullable Object> own(FluxObject release) {
        JsonNode values = release.at("/spec/values");
        if (!values.isObject()) {
            return new HashMap<>();
        }
        try {
            return JsonReader.read(Meter.NONE, values.toString()) instanceof Map<?, ?> map
                    ? ValueTree.asTable(map)
                    : new HashMap<>();
        } catch (GoError e) {
            throw new CommandFailure("spec.values: " + e.getMessage(), e);
        }
    }

    /** Empty when it is not there and need not be. */
    private Optional<String> text(String namespace, JsonNode reference) {
        String name = reference.path("name").asText("");
        boolean secret = reference.path("kind").asText("").equals("Secret");
        Optional<Map<String, String>> data =
                secret ? configs.secret(namespace, name) : configs.configMap(namespace, name);
        Optional<String> text = data.map(found -> found.get(key(reference)));
        if (text.isEmpty() && !reference.path("optional").asBoolean()) {
            throw failed(
                    reference,
                    data.isPresent()
                            ? "missing key '" + key(reference) + "'"
                            : "%s \"%s\" not found".formatted(secret ? "secrets" : "configmaps", name));
        }
        return text;
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> values, Map<String, @Nullable Object> own, JsonNode reference, String text) {
        String path = reference.path("targetPath").asText("");
        try {
            if (path.isEmpty()) {
                return ValueTree.merged(values, ValuesYaml.map(text));
            }
            Map<String, @Nullable Object> all = ValueTree.copied(ValueTree.merged(values, own));
            if (reference.path("literal").asBoolean()) {
                TargetPath.setLiteral(all, path, text);
            } else {
                TargetPath.set(all, path, text);
            }
            return all;
        } catch (GoError | HelmException e) {
            throw failed(reference, String.valueOf(e.getMessage()));
        }
    }

    private static String key(JsonNode reference) {
        String key = reference.path("valuesKey").asText("");
        return key.isEmpty() ? "values.yaml" : key;
    }

    private static CommandFailure failed(JsonNode reference, String why) {
        return new CommandFailure("could not resolve %s chart values reference '%s' with key '%s': %s"
                .formatted(
                        reference.path("kind").asText(""),
                        reference.path("name").asText(""),
                        key(reference),
                        why));
    }
}
