package io.fluxj.kustomize.kustomization;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code configMapGenerator} or {@code secretGenerator}.
 *
 * @param type of a Secret, {@code ""} for Opaque
 */
public record GeneratorArgs(
        String name, String namespace, String behavior, String type, Sources sources, GeneratorOptions options) {

    /** Where the entries come from. */
    public record Sources(List<String> literals, List<String> files, List<String> envs) {}

    static GeneratorArgs readConfigMap(Fields fields) {
        return read(fields, "");
    }

    static GeneratorArgs readSecret(Fields fields) {
        return read(fields, fields.text("type"));
    }

    private static GeneratorArgs read(Fields fields, String type) {
        List<String> envs = new ArrayList<>(fields.texts("envs"));
        if (!fields.text("env").isEmpty()) {
            envs.add(fields.text("env"));
        }
        return new GeneratorArgs(
                fields.text("name"),
                fields.text("namespace"),
                fields.text("behavior"),
                type,
                new Sources(fields.texts("literals"), fields.texts("files"), envs),
                Objects.requireNonNullElse(fields.object("options", GeneratorOptions::read), GeneratorOptions.NONE));
    }

    /** Reads the configuration of a generator plugin, whose name may stand in {@code metadata}. */
    public static GeneratorArgs readPlugin(Fields fields, boolean secret) {
        GeneratorArgs args = secret ? readSecret(fields) : readConfigMap(fields);
        String[] meta = Objects.requireNonNullElse(
                fields.object("metadata", m -> new String[] {m.text("name"), m.text("namespace")}),
                new String[] {"", ""});
        return new GeneratorArgs(
                args.name.isEmpty() ? meta[0] : args.name,
                args.namespace.isEmpty() ? meta[1] : args.namespace,
                args.behavior,
                args.type,
                args.sources,
                args.options);
    }

    GeneratorArgs with(@Nullable GeneratorOptions global) {
        return new GeneratorArgs(name, namespace, behavior, type, sources, options.with(global));
    }
}
