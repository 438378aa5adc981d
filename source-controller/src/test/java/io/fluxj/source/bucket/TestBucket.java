package io.fluxj.source.bucket;

import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.testkit.KubeCluster;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.awaitility.Awaitility;

/** What tests do with the Bucket {@code app} of a namespace. */
final class TestBucket {
    private TestBucket() {}

    static void apply(KubeCluster cluster, UnaryOperator<BucketSpec> change) {
        Bucket bucket = new Bucket();
        bucket.getMetadata().setName("app");
        bucket.getMetadata().setNamespace(cluster.namespace());
        bucket.setSpec(change.apply(BucketSpec.builder()
                .bucketName("fleet")
                .interval(GoDuration.parse("1h"))
                .build()));
        cluster.client().resource(bucket).forceConflicts().serverSideApply();
    }

    /** Waits until its Ready condition has a reason for the present spec. */
    static Bucket await(KubeCluster cluster, String reason) {
        return Awaitility.await(reason)
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> read(cluster),
                        bucket -> bucket.getStatus() != null
                                && bucket.getStatus().conditions().stream()
                                        .anyMatch(condition -> condition.type().equals("Ready")
                                                && condition.reason().equals(reason)
                                                && Objects.equals(
                                                        condition.observedGeneration(),
                                                        bucket.getMetadata().getGeneration())));
    }

    static String message(Bucket bucket) {
        return bucket.getStatus().conditions().stream()
                .filter(condition -> condition.type().equals("Ready"))
                .map(Condition::message)
                .findFirst()
                .orElseThrow();
    }

    /** The files in its artifact. */
    static List<String> files(Bucket bucket) throws Exception {
        List<String> files = new ArrayList<>();
        try (InputStream in = URI.create(
                                Objects.requireNonNull(bucket.getStatus().artifact())
                                        .url())
                        .toURL()
                        .openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.add(entry.getName());
                }
            }
        }
        return files;
    }

    static String everythingSaid(KubeCluster cluster) {
        return read(cluster).getStatus() + "\n"
                + cluster.client()
                        .v1()
                        .events()
                        .inNamespace(cluster.namespace())
                        .list()
                        .getItems();
    }

    private static Bucket read(KubeCluster cluster) {
        return cluster.client()
                .resources(Bucket.class)
                .inNamespace(cluster.namespace())
                .withName("app")
                .get();
    }
}
