package io.fluxj.gotemplate.yaml;

import io.fluxj.yaml.Dialect;
import org.jspecify.annotations.Nullable;

/** What a scalar without quotes and tag stands for in YAML 1.1, for who reads events instead of whole documents. */
public final class PlainScalar {
    private PlainScalar() {}

    /**
     * Reads it as go-yaml 2 does.
     *
     * @return null, a {@code Boolean}, a {@code Long}, a larger number as {@link io.fluxj.gotemplate.value.GoInt}, a {@code Double} or a text, as which a
     *     timestamp is kept
     */
    public static @Nullable Object read(String text) {
        return Resolver.read(text, Dialect.V2).value();
    }

    /** A failure of the parser in go-yaml's words. */
    public static String problem(org.snakeyaml.engine.v2.exceptions.YamlEngineException failure) {
        return Problems.of(failure);
    }
}
