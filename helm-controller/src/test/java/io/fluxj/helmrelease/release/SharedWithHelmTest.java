package io.fluxj.helmrelease.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.helm.action.ServerSide;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseJson;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The program helm and our actions take turns on one release. */
@EnabledIfEnvironmentVariable(
        named = "FLUXJ_CLIENTS",
        matches = ".+",
        disabledReason = "FLUXJ_CLIENTS names no folder with the programs helm and helm3")
class SharedWithHelmTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHART =
            Path.of("src/test/resources/charts/app").toAbsolutePath().toString();
    private static final String VALUES =
            "{msg: one, deploy: false, hooks: {pre-upgrade: Succeeded}, more: {extra: none}}";

    @TempDir
    Path folder = Path.of("");

    @ClusterTest
    void helm4AndWeGoOnFromEachOther(KubeCluster kube) throws IOException {
        // Helm 4 takes no fields from others, be they of its own library, unless it is told to.
        takeTurns(HelmProgram.of("helm", kube, folder), kube, "--force-conflicts");
    }

    @ClusterTest
    void helm3AndWeGoOnFromEachOther(KubeCluster kube) throws IOException {
        takeTurns(HelmProgram.of("helm3", kube, folder), kube, "--force=false");
    }

    private static void takeTurns(HelmProgram helm, KubeCluster kube, String flag) throws IOException {
        try (Shop shop = new Shop(kube)) {
            Release first = shop.install(VALUES);
            assertThat(helm.run("get", "manifest", "shop").strip())
                    .isEqualTo(first.objects().manifest().strip());
            assertThat(helm.run("get", "values", "shop")).contains("msg: one").contains("extra: none");
            assertThat(helm.run("status", "shop")).contains("STATUS: deployed").contains("REVISION: 1");

            helm.run("upgrade", "shop", CHART, "--set", "msg=two", "--reset-values", flag);
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("two");
            assertThat(shop.live("ConfigMap", "shop-extra")).isEmpty();
            shop.upgrade("{msg: three}");
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("three");

            helm.run("rollback", "shop", "1", flag);
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("one");
            assertThat(shop.live("ConfigMap", "shop-extra")).isPresent();
            shop.actions().rollback().run("shop", 2, Shop.OPTIONS);
            assertThat(shop.data("shop-cm", "msg")).isEqualTo("two");

            JsonNode history = JSON.readTree(helm.run("history", "shop", "-o", "json"));
            assertThat(history)
                    .extracting(revision -> revision.path("revision").asInt() + " "
                            + revision.path("status").asText() + " "
                            + revision.path("description").asText())
                    .containsExactly(
                            "1 superseded Install complete",
                            "2 superseded Upgrade complete",
                            "3 superseded Upgrade complete",
                            "4 superseded Rollback to 1",
                            "5 deployed Rollback to 2");
            helm.run("uninstall", "shop");
            assertThat(shop.history()).isEmpty();
            assertThat(shop.live("ConfigMap", "shop-cm")).isEmpty();

            helm.run("install", "shop", CHART, "--set", "msg=theirs");
            shop.actions().uninstall().run("shop", Shop.OPTIONS);
            assertThat(shop.live("ConfigMap", "shop-cm")).isEmpty();
            assertThat(helm.run("list", "-q")).isBlank();
        }
    }

    @ClusterTest
    void ourRecordsHoldWhatThoseOfHelmHold(KubeCluster kube) throws IOException {
        HelmProgram helm = HelmProgram.of("helm", kube, folder);
        try (Shop shop = new Shop(kube)) {
            for (String serverSide : List.of("true", "false")) {
                helm.run("install", "shop", CHART, "--set", "msg=same", "--server-side=" + serverSide);
                helm.run(upgrade(serverSide));
                List<Release> theirs = shop.actions().history().revisions("shop");
                JsonNode theirObject = live(shop);
                helm.run("uninstall", "shop");

                ServerSide ours = serverSide.equals("true") ? ServerSide.ENABLED : ServerSide.DISABLED;
                shop.actions().install().run(shop.wanted("{msg: same}"), Shop.OPTIONS.withServerSide(ours));
                shop.upgrade("{msg: other}");
                List<Release> own = shop.actions().history().revisions("shop");
                assertThat(own).hasSameSizeAs(theirs);
                for (int i = 0; i < own.size(); i++) {
                    assertThat(withoutTimes(own.get(i))).isEqualTo(withoutTimes(theirs.get(i)));
                    assertThat(own.get(i).labels()).isEqualTo(theirs.get(i).labels());
                }
                assertThat(live(shop)).isEqualTo(theirObject);
                shop.actions().uninstall().run("shop", Shop.OPTIONS);
            }
        }
    }

    private static String[] upgrade(String serverSide) {
        return new String[] {"upgrade", "shop", CHART, "--set", "msg=other", "--server-side=" + serverSide};
    }

    /** The object as it is, but for what every object has of its own, and the names of those who wrote it. */
    private static JsonNode live(Shop shop) {
        ObjectNode object = shop.live("ConfigMap", "shop-cm").orElseThrow();
        ObjectNode metadata = (ObjectNode) object.path("metadata");
        metadata.remove(Set.of("uid", "resourceVersion", "creationTimestamp"));
        metadata.path("managedFields").forEach(entry -> ((ObjectNode) entry).remove(Set.of("manager", "time")));
        return object;
    }

    private static JsonNode withoutTimes(Release release) throws IOException {
        JsonNode record = JSON.readTree(ReleaseJson.encoded(release));
        ((ObjectNode) record.path("info")).remove(Set.of("first_deployed", "last_deployed"));
        record.path("hooks")
                .forEach(hook -> ((ObjectNode) hook.path("last_run")).remove(Set.of("started_at", "completed_at")));
        record.path("chart").path("templates").forEach(file -> ((ObjectNode) file).remove("modtime"));
        ((ObjectNode) record.path("chart")).remove("modtime");
        return record;
    }
}
