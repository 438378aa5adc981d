package io.fluxj.kustomization.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.BuildRequest;
import io.fluxj.manifest.ManifestBuilder;
import io.fluxj.manifest.postbuild.Variables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a build is made anew, and when that of an earlier pass will do. */
final class BuildReuseTest {

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s}
            data: {k: "%s"}
            """;
    private static final RemoteBases ONE_FILE = new RemoteBases() {
        @Override
        public RemoteBase fetchBase(String url) throws IOException {
            throw new IOException("no repositories here");
        }

        @Override
        public byte[] fetchFile(String url) {
            return CONFIG_MAP.formatted("remote", "r").getBytes(StandardCharsets.UTF_8);
        }
    };

    private final BuildCache builds = new BuildCache(new ManifestBuilder(ONE_FILE, true), 1 << 20);

    @TempDir
    private Path folder;

    @Test
    void anotherArtifactWithTheSameInputsBuildsNothing() throws Exception {
        put("app/a.yaml", "a", "1");
        BuildCache.Build first = build("one", request("{}"));
        put("elsewhere/b.yaml", "b", "1");

        BuildCache.Build second = build("two", request("{}"));

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.manifests()).isSameAs(first.manifests());
        assertThat(builds.peek("owner", "two", request("{}"))).isSameAs(first.manifests());
    }

    @Test
    void aChangedFileIsBuilt() throws Exception {
        put("app/a.yaml", "a", "1");
        build("one", request("{}"));
        put("app/a.yaml", "a", "2");

        BuildCache.Build second = build("two", request("{}"));

        assertThat(second.fresh()).isTrue();
        assertThat(second.manifests().objects().getFirst().at("/data/k").asText())
                .isEqualTo("2");
    }

    @Test
    void aNewFileInAListedDirectoryIsBuilt() throws Exception {
        put("app/a.yaml", "a", "1");
        build("one", request("{}"));
        put("app/b.yaml", "b", "1");

        assertThat(build("two", request("{}")).manifests().objects()).hasSize(2);
    }

    @Test
    void aKustomizationFileThatAppearsIsBuilt() throws Exception {
        put("app/a.yaml", "a", "1");
        build("one", request("{}"));
        Files.writeString(folder.resolve("app/kustomization.yaml"), "resources: [a.yaml]\nnamePrefix: p-\n");

        BuildCache.Build second = build("two", request("{}"));

        assertThat(second.manifests().objects().getFirst().at("/metadata/name").asText())
                .isEqualTo("p-a");
    }

    @Test
    void aFieldThatDecidesTheBuildCounts() throws Exception {
        put("app/a.yaml", "a", "1");
        build("one", request("{}"));

        assertThat(builds.peek("owner", "one", request("{namePrefix: p-}"))).isNull();
        assertThat(builds.peek("owner", "one", request("{commonMetadata: {labels: {a: b}}}")))
                .isNull();
        assertThat(builds.peek("owner", "one", request("{interval: 3m, wait: true}")))
                .isNotNull();
    }

    @Test
    void aVariableCounts() throws Exception {
        put("app/a.yaml", "a", "${v}");
        String spec = "{postBuild: {substituteFrom: [{kind: ConfigMap, name: c}]}}";
        build("one", request(spec, Map.of("v", "1")));

        assertThat(builds.peek("owner", "one", request(spec, Map.of("v", "1")))).isNotNull();
        assertThat(builds.peek("owner", "one", request(spec, Map.of("v", "2")))).isNull();
    }

    @Test
    void whatCameFromElsewhereIsFetchedEachTime() throws Exception {
        put("app/a.yaml", "a", "1");
        Files.writeString(
                folder.resolve("app/kustomization.yaml"), "resources: [a.yaml, 'https://example.org/remote.yaml']\n");
        BuildCache.Build first = build("one", request("{}"));

        assertThat(first.manifests().objects()).hasSize(2);
        assertThat(builds.peek("owner", "one", request("{}"))).isNull();
        assertThat(build("one", request("{}")).fresh()).isTrue();
    }

    @Test
    void keepsNoMoreThanItMay() throws Exception {
        put("app/a.yaml", "a", "1");
        BuildCache small = new BuildCache(new ManifestBuilder(ONE_FILE, true), 100);
        FileTree tree = DirectoryTree.of(folder);
        small.build("first", "one", tree, request("{}"));
        small.build("second", "one", tree, request("{}"));

        assertThat(small.peek("first", "one", request("{}"))).isNull();
        assertThat(small.peek("second", "one", request("{}"))).isNotNull();
    }

    private void put(String path, String name, String value) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), CONFIG_MAP.formatted(name, value));
    }

    private BuildCache.Build build(String digest, BuildRequest request) throws IOException, BuildFailure {
        FileTree tree = DirectoryTree.of(folder);
        return builds.build("owner", digest, tree, request);
    }

    private static BuildRequest request(String spec) throws IOException {
        return request(spec, Map.of());
    }

    private static BuildRequest request(String spec, Map<String, String> variables) throws IOException {
        return Requests.of(spec, Variables.of(variables));
    }
}
