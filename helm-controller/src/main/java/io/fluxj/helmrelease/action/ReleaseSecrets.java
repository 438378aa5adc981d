package io.fluxj.helmrelease.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.manifest.ManifestSplit;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.helm.values.ValuesYaml;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts in the Secrets that a release makes: what its hooks print is told, and nobody shall read those there. Short ones would only garble it. */
final class ReleaseSecrets {
    private static final int SHORTEST = 8;
    private static final String KIND = "Secret";

    private ReleaseSecrets() {}

    static List<String> of(Release release) {
        return Stream.concat(
                        ManifestSplit.documents(release.objects().manifest()).stream(),
                        release.objects().hooks().stream().map(Hook::manifest))
                .filter(document -> document.contains(KIND))
                .flatMap(ReleaseSecrets::texts)
                .flatMap(text -> Stream.concat(Stream.of(text), text.lines()))
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST)
                .distinct()
                .toList();
    }

    private static Stream<String> texts(String document) {
        try {
            Map<String, @Nullable Object> object = ValuesYaml.map(document);
            return KIND.equals(object.get("kind"))
                    ? Stream.concat(
                            held(object, "stringData"), held(object, "data").map(ReleaseSecrets::decoded))
                    : Stream.of();
        } catch (GoError malformed) {
            // What is no YAML was refused before there was anything to print.
            return Stream.of();
        }
    }

    private static Stream<String> held(Map<String, @Nullable Object> object, String field) {
        Map<String, @Nullable Object> table = ValueTree.table(object.get(field));
        return table == null
                ? Stream.of()
                : table.values().stream().filter(String.class::isInstance).map(String.class::cast);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException malformed) {
            return base64;
        }
    }
}
