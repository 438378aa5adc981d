package io.fluxj.manifest.postbuild;

import io.fluxj.api.kustomize.v1.PostBuild;
import io.fluxj.api.kustomize.v1.SubstituteReference;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.ValuesKind;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads the variables that {@code spec.postBuild} names: of its sources the later win over the earlier, inline ones over all. */
public final class VariableLoader {

    private static final Choice<ValuesKind> SECRET = Choice.of(ValuesKind.SECRET);

    private final ConfigSource configs;

    /** Loads from there. */
    public VariableLoader(ConfigSource configs) {
        this.configs = configs;
    }

    /**
     * All variables; a source that cannot be read makes all of them unavailable.
     *
     * @param postBuild the field of the spec, null when it is not there
     * @param namespace of the ConfigMaps and Secrets
     */
    public Variables load(@Nullable PostBuild postBuild, String namespace) {
        VariableSet variables = new VariableSet();
        if (postBuild == null) {
            return variables.all();
        }
        for (SubstituteReference source : postBuild.substituteFrom()) {
            try {
                Optional<Map<String, String>> found = read(source, namespace);
                if (found.isEmpty() && !Boolean.TRUE.equals(source.optional())) {
                    return unreadable(source, "%s \"%s\" not found".formatted(resource(source), source.name()));
                }
                variables.add(found.orElse(Map.of()), isSecret(source));
            } catch (IOException e) {
                return unreadable(source, String.valueOf(e.getMessage()));
            }
        }
        variables.add(postBuild.substitute(), false);
        return variables.all();
    }

    private Optional<Map<String, String>> read(SubstituteReference source, String namespace) throws IOException {
        return isSecret(source)
                ? configs.secret(namespace, source.name())
                : configs.configMap(namespace, source.name());
    }

    private static boolean isSecret(SubstituteReference source) {
        return SECRET.equals(source.kind());
    }

    private static String resource(SubstituteReference source) {
        return isSecret(source) ? "secrets" : "configmaps";
    }

    private static Variables unreadable(SubstituteReference source, String why) {
        return Variables.unavailable("substitute from '%s/%s' error: %s".formatted(source.kind(), source.name(), why));
    }
}
