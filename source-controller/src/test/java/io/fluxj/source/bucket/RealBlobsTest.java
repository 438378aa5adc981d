package io.fluxj.source.bucket;

import static io.fluxj.source.bucket.TestBucket.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.api.meta.Choice;
import io.fluxj.api.meta.LocalObjectReference;
import io.fluxj.api.source.v1.BucketProvider;
import io.fluxj.source.TestController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.OutsideServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;

/** Buckets of Google and Azure on servers that speak their protocols, and look at signatures where they can. */
class RealBlobsTest {
    @TempDir
    Path work;

    private final HttpClient http = HttpClient.newHttpClient();

    private void send(String method, String url, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    @ClusterTest
    void fetchesFromGoogle(KubeCluster cluster) throws Exception {
        try (OutsideServer google = OutsideServer.startOrSkip("gcs", work.resolve("gcs"), Map.of());
                TestController _ = TestController.start(
                        cluster, work, Map.of("STORAGE_EMULATOR_HOST", google.value("STORAGE_EMULATOR_HOST")))) {
            String root = google.value("STORAGE_EMULATOR_HOST");
            send("POST", root + "/storage/v1/b?project=test", "{\"name\":\"fleet\"}", Map.of());
            put(root, "apps/odd%20%C3%BC%2B%26.yaml", "a: 1");
            put(root, "apps/b.yaml", "b: 1");
            put(root, "other.yaml", "c: 1");
            TestBucket.apply(cluster, spec -> spec.withProvider(Choice.of(BucketProvider.GCP))
                    .withEndpoint("storage.googleapis.com")
                    .withPrefix("apps/"));
            assertThat(TestBucket.files(await(cluster, "Succeeded")))
                    .containsExactlyInAnyOrder("apps/odd \u00fc+&.yaml", "apps/b.yaml");

            TestBucket.apply(cluster, spec -> spec.withProvider(Choice.of(BucketProvider.GCP))
                    .withEndpoint("storage.googleapis.com")
                    .withBucketName("gone"));
            assertThat(TestBucket.message(await(cluster, "BucketOperationFailed")))
                    .isEqualTo("bucket 'gone' not found");
        }
    }

    private void put(String root, String name, String content) throws Exception {
        send("POST", root + "/upload/storage/v1/b/fleet/o?uploadType=media&name=" + name, content, Map.of());
    }

    @ClusterTest
    void fetchesFromAzureByAKeyOrASignature(KubeCluster cluster) throws Exception {
        try (OutsideServer azure = OutsideServer.startOrSkip("azurite", work.resolve("azure"), Map.of());
                TestController controller = TestController.start(cluster, work)) {
            String endpoint = azure.value("AZURE_BLOB_ENDPOINT");
            byte[] key = Base64.getDecoder().decode(azure.value("AZURE_KEY"));
            String signature = signature(azure.value("AZURE_ACCOUNT"), key);
            send("PUT", endpoint + "/fleet?restype=container&" + signature, "", Map.of());
            for (String name : List.of("apps/odd%20%C3%BC%2B%26.yaml", "apps/b.yaml", "other.yaml")) {
                send(
                        "PUT",
                        endpoint + "/fleet/" + name + "?" + signature,
                        "a: 1",
                        Map.of("x-ms-blob-type", "BlockBlob"));
            }
            controller.secret("key", Map.of("accountKey", azure.value("AZURE_KEY")));
            controller.secret("sas", Map.of("sasKey", "?" + signature));
            controller.secret("wrong", Map.of("accountKey", Base64.getEncoder().encodeToString(new byte[64])));
            controller.secret("empty", Map.of("username", "u"));

            for (String secret : List.of("key", "sas")) {
                TestBucket.apply(cluster, spec -> spec.withProvider(Choice.of(BucketProvider.AZURE))
                        .withEndpoint(endpoint)
                        .withSecretRef(LocalObjectReference.of(secret))
                        .withPrefix("apps/"));
                assertThat(TestBucket.files(await(cluster, "Succeeded")))
                        .containsExactlyInAnyOrder("apps/odd \u00fc+&.yaml", "apps/b.yaml");
            }
            TestBucket.apply(cluster, spec -> spec.withProvider(Choice.of(BucketProvider.AZURE))
                    .withEndpoint(endpoint)
                    .withSecretRef(LocalObjectReference.of("key"))
                    .withBucketName("gone"));
            assertThat(TestBucket.message(await(cluster, "BucketOperationFailed")))
                    .isEqualTo("bucket 'gone' not found");
            TestBucket.apply(cluster, spec -> spec.withProvider(Choice.of(BucketProvider.AZURE))
                    .withEndpoint(endpoint)
                    .withSecretRef(LocalObjectReference.of("wrong")));
            assertThat(TestBucket.message(await(cluster, "BucketOperationFailed")))
                    .startsWith("failed to confirm existence of 'fleet' bucket: ");
            TestBucket.apply(cluster, spec -> spec.withProvider(Choice.of(BucketProvider.AZURE))
                    .withEndpoint(endpoint)
                    .withSecretRef(LocalObjectReference.of("empty")));
            assertThat(TestBucket.message(await(cluster, "AuthenticationFailed")))
                    .isEqualTo(
                            "invalid 'empty' secret data: requires a 'clientId' or 'accountKey' field, a combination of"
                                    + " 'tenantId', 'clientId' and 'clientSecret', or 'tenantId', 'clientId' and"
                                    + " 'clientCertificate'");
            TestBucket.apply(cluster, spec -> spec.withProvider(Choice.of(BucketProvider.AZURE))
                    .withEndpoint(endpoint));
            assertThat(TestBucket.message(await(cluster, "AuthenticationFailed")))
                    .startsWith("failed to get credentials: spec.endpoint '" + endpoint + "' is none of Azure's");
            assertThat(TestBucket.everythingSaid(cluster)).doesNotContain(signature.replaceFirst(".*sig=", ""));
        }
    }

    /** For the whole account. Source: Azure Storage, "Create an account SAS". */
    private static String signature(String account, byte[] key) throws Exception {
        String end = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(Instant.now().plus(1, ChronoUnit.HOURS));
        String text = String.join("\n", account, "rwlc", "b", "sco", "", end, "", "https,http", "2020-08-04", "");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String sig = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        return "sv=2020-08-04&ss=b&srt=sco&sp=rwlc&se=" + end.replace(":", "%3A") + "&spr=https%2Chttp&sig="
                + sig.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
    }
}
