package io.fluxj.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.RemoteBases;
import io.fluxj.manifest.postbuild.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command line does: a folder, a spec, variables; nothing else. */
final class BuildFromFolderTest {

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s}
            data: {region: "${region}"}
            """;

    private final ManifestBuilder builder = new ManifestBuilder(RemoteBases.refused(), true);

    @TempDir
    private Path folder;

    @Test
    void givesTheObjectsAndWhereTheyAreFrom() throws Exception {
        put("apps/b.yaml", "# of b\n" + CONFIG_MAP.formatted("b"));
        put("apps/a.yaml", CONFIG_MAP.formatted("a"));
        put("elsewhere/c.yaml", CONFIG_MAP.formatted("c"));
        KustomizationSpec spec = Specs.of("""
                path: ./apps
                namePrefix: p-
                targetNamespace: team
                commonMetadata: {annotations: {by: us}}
                postBuild: {}
                """);

        BuiltManifests built = builder.build(
                DirectoryTree.of(folder),
                BuildRequest.of(spec, Variables.of(Map.of("region", "north"))).ownedBy(Map.of("owner", "x")));

        assertThat(built.built())
                .map(object -> object.origin() + " " + object.manifest())
                .containsExactly(manifest("apps/a.yaml:1", "p-a"), manifest("apps/b.yaml:2", "p-b"));
    }

    private static String manifest(String origin, String name) {
        return origin
                + " {\"apiVersion\":\"v1\",\"data\":{\"region\":\"north\"},\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\""
                + name
                + "\",\"namespace\":\"team\",\"labels\":{\"owner\":\"x\"},\"annotations\":{\"by\":\"us\"}}}";
    }

    @Test
    void buildsAnotherDirectoryThanTheSpecNames() throws Exception {
        put("here/a.yaml", CONFIG_MAP.formatted("a"));

        BuiltManifests built = builder.build(
                DirectoryTree.of(folder),
                BuildRequest.of(Specs.of("{path: there}"), Variables.of(Map.of()))
                        .inDirectory("./here"));

        assertThat(built.built()).map(BuiltObject::origin).containsExactly(new Origin("here/a.yaml", 1));
    }

    private void put(String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }
}
