package io.fluxj.reflector.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.reflector.Reflector;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** Policies that choose by the time at which images were built. */
class CreatedPolicyTest {
    private static final String BY_TIME = "imageRepositoryRef: {name: app}\npolicy: {created: {}}\n";

    @TempDir
    Path work;

    @ClusterTest
    void theImageThatWasBuiltLastIsChosenWhateverItsTagSays(KubeCluster cluster) throws Exception {
        try (Reflector reflector = Reflector.start(cluster, work)) {
            reflector.registry().tags("team/app", List.of("v9", "v1", "v2", "gone", "1.0.0+1", "latest"));
            build(reflector, "v9", "2026-01-01T00:00:00Z");
            build(reflector, "v1", "2026-03-01T00:00:00Z");
            build(reflector, "v2", "2026-02-01T00:00:00Z");
            reflector.registry().build("team/app:latest", "{}");
            reflector.create("ImageRepository", "app", "image: \"{registry}/team/app\"\ninterval: 1h\n");
            reflector.create("ImagePolicy", "last", BY_TIME);
            reflector.create("ImagePolicy", "first", BY_TIME.replace("{}", "{order: desc}"));
            reflector.create("ImagePolicy", "filtered", BY_TIME + "filterTags: {pattern: '^v[29]$'}\n");

            String chosen = "True Succeeded Latest image tag for "
                    + reflector.registry().address() + "/team/app resolved to ";
            reflector.awaitReady("ImagePolicy", "last", chosen + "v1");
            reflector.awaitReady("ImagePolicy", "first", chosen + "v9");
            reflector.awaitReady("ImagePolicy", "filtered", chosen + "v2");
            int configs = reflector.registry().configs();

            build(reflector, "v3", "2026-04-01T00:00:00Z");
            reflector.registry().tags("team/app", List.of("v9", "v1", "v2", "v3"));
            var _ = reflector.object("ImageRepository", "app").edit(repository -> {
                repository.getMetadata().setAnnotations(java.util.Map.of("reconcile.fluxcd.io/requestedAt", "now"));
                return repository;
            });
            reflector.awaitReady("ImagePolicy", "last", chosen + "v3 (previously ");
            reflector.awaitReady("ImagePolicy", "first", chosen + "v9");
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(reflector.registry().configs()).isBetween(configs + 1, configs + 3));
        }
    }

    @ClusterTest
    void tooManyImagesAndSuchAsTellNoTimeAreSaid(KubeCluster cluster) throws Exception {
        try (Reflector reflector = Reflector.start(cluster, work)) {
            reflector
                    .registry()
                    .tags(
                            "team/many",
                            IntStream.range(0, 251).mapToObj(i -> "v" + i).toList());
            reflector.registry().tags("team/timeless", List.of("a"));
            reflector.registry().build("team/timeless:a", "{\"created\":\"1970-01-01T00:00:00Z\"}");
            for (String name : List.of("many", "timeless")) {
                reflector.create("ImageRepository", name, "image: \"{registry}/team/" + name + "\"\ninterval: 1h\n");
                reflector.create("ImagePolicy", name, BY_TIME.replace("name: app", "name: " + name));
            }

            reflector.awaitReady(
                    "ImagePolicy",
                    "many",
                    "False Failure spec.policy.created asks the registry about each image, and 251 tags are left: narrow"
                            + " them by spec.filterTags");
            reflector.awaitReady("ImagePolicy", "timeless", "False Failure none of 1 images says when it was built");
        }
    }

    private static void build(Reflector reflector, String tag, String created) {
        reflector.registry().build("team/app:" + tag, "{\"created\":\"" + created + "\",\"tag\":\"" + tag + "\"}");
    }
}
