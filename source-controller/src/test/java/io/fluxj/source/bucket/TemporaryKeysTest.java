package io.fluxj.source.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.Condition;
import io.fluxj.api.meta.GoDuration;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketProvider;
import io.fluxj.api.source.v1.BucketSpec;
import io.fluxj.api.source.v1.BucketTokenProvider;
import io.fluxj.api.source.v1.BucketTokenService;
import io.fluxj.source.TestController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.RequestSink;
import io.fluxj.testkit.S3TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;

/** Buckets that name no Secret with keys. */
class TemporaryKeysTest {
    private static final String ANSWER = """
            <R><Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>canary-secret-key</SecretAccessKey>
            <SessionToken>canary-session</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></R>""";

    @TempDir
    Path work;

    @ClusterTest
    void aTokenServiceVouchesForAServiceAccountOrAUser(KubeCluster cluster) throws Exception {
        try (S3TestServer s3 = S3TestServer.start();
                RequestSink tokens = RequestSink.start(_ -> new RequestSink.Reply(200, ANSWER));
                TestController controller = TestController.start(
                        cluster,
                        work,
                        Map.of("AWS_ACCESS_KEY_ID", "AKIA1", "AWS_SECRET_ACCESS_KEY", "canary-own-key"),
                        List.of("--feature-gates=ObjectLevelWorkloadIdentity=true"))) {
            s3.create("fleet");
            s3.put("fleet", "a.yaml", "a: 1");
            account(cluster);
            String service = tokens.url().toString();
            BucketTokenService aws = BucketTokenService.builder()
                    .provider(Choice.of(BucketTokenProvider.AWS))
                    .endpoint(service)
                    .build();

            apply(cluster, s3, spec -> spec.withProvider(Choice.of(BucketProvider.AWS))
                    .withSts(aws));
            assertThat(await(cluster, "AuthenticationFailed").message())
                    .startsWith("failed to get credentials: spec.sts.endpoint '" + service
                            + "' is no token service of Amazon");
            assertThat(tokens.requests())
                    .as("the controller's own proof goes to nobody else")
                    .isEmpty();

            apply(cluster, s3, spec -> spec.withProvider(Choice.of(BucketProvider.AWS))
                    .withSts(aws)
                    .withServiceAccountName("reader"));
            await(cluster, "Succeeded");
            assertThat(tokens.requests().getFirst().body())
                    .contains("Action=AssumeRoleWithWebIdentity")
                    .contains("WebIdentityToken=ey");

            controller.secret("user", Map.of("username", "jane", "password", "canary-password"));
            apply(
                    cluster,
                    s3,
                    spec -> spec.withSts(aws.withProvider(Choice.of(BucketTokenProvider.LDAP))
                            .withSecretRef(LocalObjectReference.of("user"))));
            await(cluster, "Succeeded");
            assertThat(tokens.requests().getLast().body())
                    .isEqualTo("Action=AssumeRoleWithLDAPIdentity&LDAPPassword=canary-password&LDAPUsername=jane"
                            + "&Version=2011-06-15");

            apply(cluster, s3, spec -> spec.withProvider(Choice.of(BucketProvider.AWS)));
            await(cluster, "Succeeded");
            assertThat(everythingSaid(cluster)).doesNotContain("canary");
        }
    }

    private static void account(KubeCluster cluster) {
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("reader")
                        .withNamespace(cluster.namespace())
                        .withAnnotations(Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::012345678901:role/reader"))
                        .endMetadata()
                        .build())
                .create();
    }

    private static void apply(KubeCluster cluster, S3TestServer s3, UnaryOperator<BucketSpec> change) {
        Bucket bucket = new Bucket();
        bucket.getMetadata().setName("app");
        bucket.getMetadata().setNamespace(cluster.namespace());
        bucket.setSpec(change.apply(BucketSpec.builder()
                .bucketName("fleet")
                .endpoint(s3.endpoint())
                .region("us-east-1")
                .insecure(true)
                .interval(GoDuration.parse("1h"))
                .build()));
        cluster.client().resource(bucket).forceConflicts().serverSideApply();
    }

    private static Condition await(KubeCluster cluster, String reason) {
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> ready(cluster), found -> found.stream()
                        .anyMatch(condition -> condition.reason().equals(reason)))
                .getFirst();
    }

    private static List<Condition> ready(KubeCluster cluster) {
        Bucket bucket = read(cluster);
        return bucket.getStatus() == null
                ? List.of()
                : bucket.getStatus().conditions().stream()
                        .filter(condition -> condition.type().equals("Ready")
                                && Objects.equals(
                                        condition.observedGeneration(),
                                        bucket.getMetadata().getGeneration()))
                        .toList();
    }

    private static String everythingSaid(KubeCluster cluster) {
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
