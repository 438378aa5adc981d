package io.fluxj.runtime.bucket.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the Amazon S3 API reference, "Signature Calculations for the Authorization Header". */
class S3SignatureTest {
    private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
    private static final String PLACE = "https://examplebucket.s3.amazonaws.com";

    private final S3Signature signature = new S3Signature(
            new S3Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", ""), "us-east-1");

    private String signed(String path, Map<String, String> more) {
        String authorization =
                signature.headers(URI.create(PLACE + path), more, NOW).getOrDefault("Authorization", "");
        return authorization.substring(authorization.indexOf("Signature=") + 10);
    }

    @Test
    void signsAnObject() {
        assertThat(signed("/test.txt", Map.of("range", "bytes=0-9")))
                .isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void signsAListing() {
        assertThat(signed("/?max-keys=2&prefix=J", Map.of()))
                .isEqualTo("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void signsAParameterWithoutAValue() {
        assertThat(signed("/?lifecycle=", Map.of()))
                .isEqualTo("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }
}
