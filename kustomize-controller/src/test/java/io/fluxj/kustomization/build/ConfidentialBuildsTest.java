package io.fluxj.kustomization.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.ManifestBuilder;
import io.fluxj.manifest.postbuild.ConfigSource;
import io.fluxj.manifest.postbuild.VariableLoader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between passes no plain text of a Secret is kept. */
final class ConfidentialBuildsTest {

    private static final String VALUE = "hunter2-is-long";
    private static final String FROM_SECRET = "{postBuild: {substituteFrom: [{kind: Secret, name: s}]}}";
    private static final String FROM_CONFIG_MAP = "{postBuild: {substituteFrom: [{kind: ConfigMap, name: c}]}}";
    private static final ConfigSource CONFIGS = new ConfigSource() {
        @Override
        public Optional<Map<String, String>> configMap(String namespace, String name) {
            return Optional.of(Map.of("v", VALUE));
        }

        @Override
        public Optional<Map<String, String>> secret(String namespace, String name) {
            return Optional.of(Map.of("v", VALUE));
        }
    };

    private final BuildCache builds = new BuildCache(new ManifestBuilder(RemoteBases.refused(), true), 1 << 20);

    @TempDir
    private Path folder;

    @Test
    void buildsAnewWhatASecretWasPutInto() throws Exception {
        put("ConfigMap", "data: {k: \"${v}\"}");

        BuildCache.Build first = build(FROM_SECRET);
        BuildCache.Build second = build(FROM_SECRET);

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.manifests()).isEqualTo(first.manifests()).isNotSameAs(first.manifests());
        assertThat(second.manifests().objects().getFirst().at("/data/k").asText())
                .isEqualTo(VALUE);
        assertThat(builds.peek("owner", "one", request(FROM_SECRET))).isNull();
        assertThat(texts(builds)).noneMatch(text -> text.contains(VALUE));
    }

    @Test
    void tellsWhenASecretChangedWhatIsBuilt() throws Exception {
        put("Secret", "stringData: {k: " + VALUE + "}");
        build("{}");
        put("Secret", "stringData: {k: " + VALUE + "-too}");

        assertThat(build("{}").fresh()).isTrue();
    }

    @Test
    void keepsNoSecretThatWasBuilt() throws Exception {
        put("Secret", "data: {k: " + VALUE + "}");

        build("{}");

        assertThat(builds.peek("owner", "one", request("{}"))).isNull();
        assertThat(texts(builds)).noneMatch(text -> text.contains(VALUE));
    }

    @Test
    void keepsNothingThatWasDecrypted() throws Exception {
        put("ConfigMap", "data: {k: " + VALUE + "}");

        build("{decryption: {provider: sops}}");

        assertThat(texts(builds)).noneMatch(text -> text.contains(VALUE));
    }

    @Test
    void keepsWhatNoSecretWasPutInto() throws Exception {
        put("ConfigMap", "data: {k: \"${w:=other}\"}");

        build(FROM_SECRET);

        assertThat(builds.peek("owner", "one", request(FROM_SECRET))).isNotNull();
        assertThat(texts(builds)).noneMatch(text -> text.contains(VALUE));
    }

    @Test
    void keepsTheManifestsButNoVariables() throws Exception {
        put("ConfigMap", "data: {k: \"${v}\"}");

        build(FROM_CONFIG_MAP);

        assertThat(builds.peek("owner", "one", request(FROM_CONFIG_MAP))).isNotNull();
        assertThat(texts(builds)).noneMatch(text -> text.equals(VALUE));
    }

    private void put(String kind, String content) throws Exception {
        Files.createDirectories(folder.resolve("app"));
        Files.writeString(
                folder.resolve("app/a.yaml"),
                "apiVersion: v1\nkind: " + kind + "\nmetadata: {name: a}\n" + content + "\n");
    }

    private BuildCache.Build build(String spec) throws Exception {
        return builds.build("owner", "one", DirectoryTree.of(folder), request(spec));
    }

    private static BuildRequest request(String spec) throws Exception {
        return Requests.of(
                spec, new VariableLoader(CONFIGS).load(Requests.spec(spec).postBuild(), "apps"));
    }

    /** Every text that can be reached from an object. */
    private static Set<String> texts(Object root) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> texts = new java.util.TreeSet<>();
        Deque<Object> open = new ArrayDeque<>(Set.of(root));
        while (!open.isEmpty()) {
            Object at = open.pop();
            if (!seen.add(at)) {
                continue;
            }
            switch (at) {
                case Map<?, ?> map ->
                    map.forEach((key, value) -> {
                        open.push(key);
                        open.push(value);
                    });
                case JsonNode json -> texts.add(json.toString());
                case Iterable<?> items -> items.forEach(open::push);
                case Optional<?> one -> one.ifPresent(open::push);
                case Object own when isOwn(own) -> fields(own, open);
                default -> texts.add(at.toString());
            }
        }
        return texts;
    }

    private static boolean isOwn(Object object) {
        String name = object.getClass().getName();
        return name.startsWith("io.fluxj.kustomization") || name.startsWith("io.fluxj.manifest");
    }

    private static void fields(Object owner, Deque<Object> open) throws IllegalAccessException {
        for (Field field : owner.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (value != null) {
                open.push(value);
            }
        }
    }
}
