package io.fluxj.cli.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxj.cli.CommandRun;
import io.fluxj.testkit.OutsideServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts that go to a registry that others wrote, and come back. */
class ArtifactCommandsTest {
    @TempDir
    Path work;

    private Path app;

    @BeforeEach
    void makeFolder() throws Exception {
        app = Files.createDirectories(work.resolve("app/base"));
        Files.writeString(app.resolve("config.yaml"), "kind: ConfigMap\n");
        Files.writeString(work.resolve("app/picture.png"), "left out");
    }

    @Test
    void whatIsPushedIsListedTaggedComparedAndPulled() throws Exception {
        try (OutsideServer server =
                OutsideServer.startOrSkip("registry", work.resolve("data"), Map.of("AUTH", "basic"))) {
            String repository = server.value("REGISTRY") + "/team/app";
            String creds = "--creds=" + server.value("USERNAME") + ":" + server.value("PASSWORD");
            String url = "oci://" + repository;
            CommandRun pushed = run(
                    "push",
                    "artifact",
                    url + ":1.0.0",
                    "--path=" + work.resolve("app"),
                    creds,
                    "--source=https://example.com/app",
                    "--revision=main@sha1:abc",
                    "-a",
                    "org.example/team=red");
            assertThat(pushed.err())
                    .startsWith("► pushing artifact to " + repository + ":1.0.0\n")
                    .matches("(?s).*✔ artifact successfully pushed to " + repository + "@sha256:[0-9a-f]{64}\n");
            assertThat(pushed.code()).isZero();
            JsonNode manifest = manifest(server, "1.0.0");
            assertThat(manifest.at("/config/mediaType").asText()).isEqualTo("application/vnd.cncf.flux.config.v1+json");
            assertThat(manifest.at("/layers/0/mediaType").asText())
                    .isEqualTo("application/vnd.cncf.flux.content.v1.tar+gzip");
            assertThat(manifest.at("/annotations/org.opencontainers.image.source")
                            .asText())
                    .isEqualTo("https://example.com/app");
            assertThat(manifest.at("/annotations/org.opencontainers.image.revision")
                            .asText())
                    .isEqualTo("main@sha1:abc");
            assertThat(manifest.path("annotations")
                            .path("org.opencontainers.image.created")
                            .asText())
                    .matches("20[0-9]{2}-.*Z");
            assertThat(manifest.path("annotations").path("org.example/team").asText())
                    .isEqualTo("red");

            CommandRun tagged = run("tag", "artifact", url + ":1.0.0", "--tag=latest", "--tag=stable", creds);
            assertThat(tagged.err())
                    .endsWith("✔ artifact tagged as " + repository + ":latest\n✔ artifact tagged as " + repository
                            + ":stable\n");
            CommandRun listed = run("list", "artifacts", url, "--filter-semver=>=1.0.0", creds);
            assertThat(listed.out())
                    .hasLineCount(2)
                    .startsWith("ARTIFACT")
                    .contains(repository + ":1.0.0", "https://example.com/app", "main@sha1:abc");
            assertThat(run("list", "artifacts", url, "--filter-regex=^st", creds)
                            .out())
                    .contains(":stable")
                    .hasLineCount(2);

            Path out = Files.createDirectories(work.resolve("out"));
            CommandRun pulled = run("pull", "artifact", url + ":latest", "--output=" + out, creds);
            assertThat(pulled.err())
                    .startsWith("► pulling artifact from " + repository + ":latest\n✔ source https://example.com/app\n"
                            + "✔ revision main@sha1:abc\n✔ digest sha256:")
                    .endsWith("✔ artifact content extracted to " + out + "\n");
            assertThat(out.resolve("base/config.yaml")).hasContent("kind: ConfigMap\n");
            assertThat(out.resolve("picture.png")).doesNotExist();

            assertThat(run("diff", "artifact", url + ":1.0.0", "--path=" + work.resolve("app"), creds)
                            .code())
                    .isZero();
            Files.writeString(app.resolve("config.yaml"), "kind: Secret\n");
            Files.writeString(app.resolve("new.yaml"), "kind: Pod\n");
            CommandRun differs = run("diff", "artifact", url + ":1.0.0", "--path=" + work.resolve("app"), creds);
            assertThat(differs.code()).isEqualTo(1);
            assertThat(differs.out()).isEqualTo("~ base/config.yaml\n+ base/new.yaml\n");
        }
    }

    private JsonNode manifest(OutsideServer server, String tag) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.value("URL") + "/v2/team/app/manifests/" + tag))
                .header("Accept", "application/vnd.oci.image.manifest.v1+json")
                .header(
                        "Authorization",
                        "Basic "
                                + java.util.Base64.getEncoder()
                                        .encodeToString((server.value("USERNAME") + ":" + server.value("PASSWORD"))
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new ObjectMapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }

    @Test
    void equalFoldersGiveAnEqualArtifact() throws Exception {
        try (OutsideServer server = OutsideServer.startOrSkip("registry", work.resolve("data"), Map.of())) {
            String url = "oci://" + server.value("REGISTRY") + "/team/app:1";
            String[] push = {
                "push",
                "artifact",
                url,
                "--path=" + work.resolve("app"),
                "--source=s",
                "--revision=r",
                "--reproducible",
                "--output=json"
            };
            CommandRun first = run(push);
            assertThat(first.err()).isEmpty();
            assertThat(new ObjectMapper().readTree(first.out()).path("digest").asText())
                    .startsWith("sha256:");
            assertThat(run(push).out()).isEqualTo(first.out());
        }
    }

    @Test
    void anArtifactIsBuiltIntoAFile() throws Exception {
        Path file = work.resolve("artifact.tgz");
        CommandRun built = run("build", "artifact", "--path=" + work.resolve("app"), "--output=" + file);
        assertThat(built.err()).endsWith("✔ artifact created at " + file + "\n");
        byte[] first = Files.readAllBytes(file);
        assertThat(run("build", "artifact", "--path=" + work.resolve("app"), "--output=" + file)
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void mistakesAreOneClearLine() {
        assertThat(run("push", "artifact", "ghcr.io/org/app:1", "--path=.").err())
                .isEqualTo("✗ 'ghcr.io/org/app:1' is no artifact: write oci://HOST/PATH\n");
        assertThat(run("push", "artifact", "oci://ghcr.io/org/app:1", "--path=.", "--revision=r")
                        .err())
                .isEqualTo("✗ --source is required\n");
        assertThat(run("pull", "artifact", "oci://ghcr.io/org/app:1", "--output=/does/not/exist")
                        .err())
                .contains("invalid output path '/does/not/exist'");
        assertThat(run("build", "artifact", "--path=/does/not/exist").err()).contains("invalid path '/does/not/exist'");
        assertThat(run("tag", "artifact", "oci://ghcr.io/org/app:1").code()).isEqualTo(1);
    }

    private CommandRun run(String... words) {
        return CommandRun.run(Map.of("HOME", work.toString()), "", words);
    }
}
