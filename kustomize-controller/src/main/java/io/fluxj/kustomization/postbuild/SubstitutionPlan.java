package io.fluxj.kustomization.postbuild;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code spec.postBuild} asks for.
 *
 * @param asked whether the field is there at all
 * @param inline {@code substitute}, which wins over all sources
 * @param sources {@code substituteFrom}, later ones winning
 * @param always whether to substitute even without a variable
 */
public record SubstitutionPlan(boolean asked, SortedMap<String, String> inline, List<Source> sources, boolean always) {

    /** A ConfigMap or Secret of the same namespace whose data are variables. */
    public record Source(String kind, String name, boolean optional) {

        private String resource() {
            return isSecret() ? "secrets" : "configmaps";
        }

        private boolean isSecret() {
            return kind.equals("Secret");
        }
    }

    /** Reads the field of a spec. */
    public static SubstitutionPlan of(JsonNode spec) {
        JsonNode postBuild = spec.path("postBuild");
        SortedMap<String, String> inline = new TreeMap<>();
        postBuild
                .path("substitute")
                .properties()
                .forEach(entry -> inline.put(entry.getKey(), entry.getValue().asText()));
        List<Source> sources = new ArrayList<>();
        for (JsonNode source : postBuild.path("substituteFrom")) {
            sources.add(new Source(
                    source.path("kind").asText(),
                    source.path("name").asText(),
                    source.path("optional").asBoolean()));
        }
        boolean always = postBuild.path("substituteStrategy").asText().equals("Always");
        return new SubstitutionPlan(postBuild.isObject(), inline, List.copyOf(sources), always);
    }

    /** Loads all variables; a source that cannot be read makes all of them unavailable. */
    public Variables load(ConfigSource configs, String namespace) {
        VariableSet variables = new VariableSet();
        for (Source source : sources) {
            try {
                Optional<Map<String, String>> found = read(source, configs, namespace);
                if (found.isEmpty() && !source.optional()) {
                    return unreadable(source, "%s \"%s\" not found".formatted(source.resource(), source.name()));
                }
                variables.add(found.orElse(Map.of()), source.isSecret());
            } catch (KubernetesClientException e) {
                return unreadable(source, String.valueOf(e.getMessage()));
            }
        }
        variables.add(inline, false);
        return variables.all();
    }

    private static Optional<Map<String, String>> read(Source source, ConfigSource configs, String namespace) {
        return source.isSecret()
                ? configs.secret(namespace, source.name())
                : configs.configMap(namespace, source.name());
    }

    private static Variables unreadable(Source source, String why) {
        return Variables.unavailable("substitute from '%s/%s' error: %s".formatted(source.kind(), source.name(), why));
    }
}
