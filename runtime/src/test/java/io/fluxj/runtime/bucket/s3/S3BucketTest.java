package io.fluxj.runtime.bucket.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpReader;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.bucket.ObjectBucket;
import io.fluxj.testkit.S3TestServer;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class S3BucketTest {
    private static final Optional<S3Keys> KEYS = Optional.of(new S3Keys("user", "password", ""));

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30));
    }

    private static Optional<ObjectBucket> find(S3TestServer server, String name, Optional<S3Keys> keys)
            throws Exception {
        HttpReader http = HttpReader.open(TlsConfig.SYSTEM, Proxies.NONE);
        return S3Bucket.find(http, new S3Place("http", server.endpoint(), name), keys, "", soon());
    }

    @Test
    void listsAllPagesWithKeysOfAnyForm() throws Exception {
        List<String> keys = List.of(" a+b&c=d%20.yaml", "<x>/\u00fc \u65e5.yaml", "dir//b", "z/../z");
        try (S3TestServer server = S3TestServer.start(3)) {
            keys.forEach(key -> server.put("many", key, key));
            for (int i = 0; i < 10; i++) {
                server.put("many", "dir/" + i, "x");
            }
            try (ObjectBucket bucket = find(server, "many", KEYS).orElseThrow()) {
                List<String> seen = new ArrayList<>();
                bucket.list("", (key, _) -> seen.add(key), soon());

                assertThat(seen).hasSize(14).containsAll(keys).doesNotHaveDuplicates();
                for (String key : keys) {
                    ByteArrayOutputStream content = new ByteArrayOutputStream();
                    assertThat(bucket.fetch(key, content, soon())).isPresent();
                    assertThat(content).hasToString(key);
                }
            }
        }
    }

    @Test
    void tellsWhatIsNotThere() throws Exception {
        try (S3TestServer server = S3TestServer.start()) {
            server.create("empty");
            try (ObjectBucket bucket = find(server, "empty", KEYS).orElseThrow()) {
                assertThat(bucket.fetch("gone", new ByteArrayOutputStream(), soon()))
                        .isEmpty();
            }
            assertThat(find(server, "none", KEYS)).isEmpty();
        }
    }

    @Test
    void saysWhyItIsRefused() throws Exception {
        try (S3TestServer server = S3TestServer.start()) {
            server.create("closed");
            assertThatThrownBy(() -> find(server, "closed", Optional.empty())).hasMessage("refused (AccessDenied)");
        }
    }

    @Test
    void knowsWhereAmazonKeepsBuckets() {
        assertThat(new S3Place("https", "s3.eu-west-1.amazonaws.com", "fleet").address("a b/c", java.util.Map.of()))
                .hasToString("https://fleet.s3.eu-west-1.amazonaws.com/a%20b/c");
        assertThat(new S3Place("https", "s3.eu-west-1.amazonaws.com", "fleet").region())
                .isEqualTo("eu-west-1");
        assertThat(new S3Place("https", "s3.amazonaws.com", "a.b").address("", java.util.Map.of("location", "")))
                .hasToString("https://s3.amazonaws.com/a.b/?location=");
        assertThat(new S3Place("http", "minio.example:9000", "fleet").address("x", java.util.Map.of()))
                .hasToString("http://minio.example:9000/fleet/x");
        assertThatThrownBy(() -> new S3Place("http", "http://minio", "fleet")).hasMessageContaining("spec.endpoint");
        assertThatThrownBy(() -> new S3Place("http", "minio", "../x")).hasMessageContaining("spec.bucketName");
    }
}
