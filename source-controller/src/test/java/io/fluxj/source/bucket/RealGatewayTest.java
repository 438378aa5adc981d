package io.fluxj.source.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpReader;
import io.fluxj.net.proxy.Proxies;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.runtime.bucket.ObjectBucket;
import io.fluxj.runtime.bucket.s3.S3Bucket;
import io.fluxj.runtime.bucket.s3.S3Keys;
import io.fluxj.runtime.bucket.s3.S3Place;
import io.fluxj.testkit.OutsideServer;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that checks signatures, and pages as Amazon does. */
class RealGatewayTest {
    @TempDir
    Path folder;

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(60));
    }

    private static Optional<ObjectBucket> find(OutsideServer gateway, String secret) throws Exception {
        return S3Bucket.find(
                HttpReader.open(TlsConfig.SYSTEM, Proxies.NONE),
                new S3Place("http", gateway.value("AWS_ENDPOINT_URL").replace("http://", ""), "fleet"),
                Optional.of(new S3Keys(gateway.value("AWS_ACCESS_KEY_ID"), secret, "")),
                "",
                soon());
    }

    @Test
    void listsAndFetchesWhatARealServerHolds() throws Exception {
        Path bucket = Files.createDirectories(folder.resolve("data/fleet/odd \u00fc+&"));
        for (int i = 0; i < 1100; i++) {
            Files.writeString(bucket.resolve(i + ".yaml"), "number: " + i);
        }
        try (OutsideServer gateway = OutsideServer.startOrSkip("versitygw", folder, Map.of());
                ObjectBucket found =
                        find(gateway, gateway.value("AWS_SECRET_ACCESS_KEY")).orElseThrow()) {
            List<String> keys = new ArrayList<>();
            found.list("odd", (key, _) -> keys.add(key), soon());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            found.fetch("odd \u00fc+&/1099.yaml", content, soon());

            assertThat(keys).contains("odd \u00fc+&/0.yaml");
            assertThat(keys.stream().filter(key -> key.endsWith(".yaml"))).hasSize(1100);
            assertThat(content).hasToString("number: 1099");
            assertThatThrownBy(() -> find(gateway, "wrong")).hasMessageContaining("SignatureDoesNotMatch");
        }
    }
}
