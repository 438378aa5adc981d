package io.fluxj.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.audit.Entry;
import io.fluxj.audit.cli.AuditCommand;
import io.fluxj.golden.Yaml;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Journals of Providers of type audit, as the command {@code fluxj audit verify} reads them. */
class AuditTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ClusterTest
    void saysWhoChangedWhatAtWhichRevision(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.secret("key", Map.of("token", "the-key"));
            fixture.alert("journal", "type: audit, address: changes.jsonl, secretRef: {name: key}");
            NotificationFixture.Replica replica = fixture.start("--audit-folder=" + folder);

            fixture.post(replica, "Deployment/apps/web configured\\nService/apps/web created\\nall is well");
            Path journal = folder.resolve(fixture.namespace()).resolve("changes.jsonl");
            await("an entry").until(() -> lines(journal).size() == 1);
            fixture.post(replica, "second");
            await("two entries").until(() -> lines(journal).size() == 2);

            JsonNode first = Yaml.parse(
                    Entry.parse(lines(journal).getFirst()).orElseThrow().record());
            assertThat(first.path("controller").asText()).isEqualTo("kustomize-controller");
            assertThat(first.at("/object/name").asText()).isEqualTo("app");
            assertThat(first.at("/metadata/revision").asText()).isEqualTo("main@sha1:abc");
            assertThat(first.path("changes"))
                    .extracting(JsonNode::asText)
                    .containsExactly("Deployment/apps/web configured", "Service/apps/web created");
            Path key = Files.writeString(folder.resolve("key"), "the-key");
            assertThat(AuditCommand.run("verify", "--key-file", key.toString(), journal.toString()))
                    .isZero();
            Files.writeString(journal, Files.readString(journal).replace("second", "nothing"));
            assertThat(AuditCommand.run("verify", "--key-file", key.toString(), journal.toString()))
                    .isEqualTo(1);
        }
    }

    @ClusterTest
    void goesOnAfterARestart(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("journal", "type: audit, address: changes.jsonl");
            Path journal = folder.resolve(fixture.namespace()).resolve("changes.jsonl");
            NotificationFixture.Replica first = fixture.start("--audit-folder=" + folder);
            fixture.post(first, "first");
            await("one entry").until(() -> lines(journal).size() == 1);
            first.controller().close();

            fixture.post(fixture.start("--audit-folder=" + folder), "second");
            await("two entries").until(() -> lines(journal).size() == 2);

            assertThat(AuditCommand.run("verify", journal.toString())).isZero();
        }
    }

    /** Whoever writes Providers gets a file of that name in the folder of the namespace, and nothing else. */
    @ClusterTest
    void leadsNowhereElse(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            List<String> names = List.of("../x", "/etc/x", "a/b", ".hidden", "..");
            for (int i = 0; i < names.size(); i++) {
                fixture.alert("journal-" + i, "type: audit, address: '" + names.get(i) + "'");
            }
            NotificationFixture.Replica replica = fixture.start("--audit-folder=" + folder);

            fixture.post(replica, "first");

            for (int i = 0; i < names.size(); i++) {
                assertThat(fixture.awaitEvent("journal-" + i, "NotificationDispatchFailed")
                                .getMessage())
                        .contains("is the name of a file");
            }
            try (Stream<Path> files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @ClusterTest
    void isNotThereWithoutAFolder(KubeCluster cluster) throws Exception {
        try (NotificationFixture fixture = NotificationFixture.of(cluster)) {
            fixture.alert("journal", "type: audit, address: changes.jsonl");
            NotificationFixture.Replica replica = fixture.start();

            fixture.post(replica, "first");

            assertThat(fixture.awaitEvent("journal", "NotificationDispatchFailed")
                            .getMessage())
                    .contains("start it with --audit-folder");
        }
    }

    private static List<String> lines(Path journal) throws IOException {
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }
}
