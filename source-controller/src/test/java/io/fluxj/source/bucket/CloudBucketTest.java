package io.fluxj.source.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.runtime.secret.NamedSecret;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.source.bucket.azure.BlobAccess;
import io.fluxj.source.bucket.azure.BlobPlace;
import io.fluxj.source.bucket.gcs.GcsPlace;
import io.fluxj.testkit.TestAuthority;
import io.fluxj.testkit.TestCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As whom Azure and Google are asked for objects, and what they are not shown. */
class CloudBucketTest {
    private static final BlobPlace PLACE = BlobPlace.parse("https://fleet.blob.core.windows.net", false, "fleet");

    private final List<Call> calls = new ArrayList<>();

    private String answer(Call call) {
        calls.add(call);
        return "{\"access_token\":\"token1\",\"expires_in\":3600}";
    }

    private AzureSecret secret(Map<String, String> data) {
        Map<String, byte[]> bytes = new HashMap<>();
        data.forEach((key, value) -> bytes.put(key, value.getBytes(StandardCharsets.UTF_8)));
        Clock clock = Clock.systemUTC();
        return new AzureSecret(
                new NamedSecret("apps", "azure", new SecretData(bytes)),
                new CloudEnvironment(Map.of(), this::answer, new TokenCache(1, Duration.ofHours(1), clock), clock));
    }

    @Test
    void anApplicationShowsItsSecretToTheAuthorityThatIsNamed() throws Exception {
        AzureSecret secret = secret(Map.of(
                "tenantId", "t1", "clientId", "c1", "clientSecret", "s1", "authorityHost", "https://login.test/"));
        assertThat(secret.access(PLACE, this::answer)).isEqualTo(new BlobAccess.Token("token1"));
        assertThat(calls.getFirst().address()).hasToString("https://login.test/t1/oauth2/v2.0/token");
        assertThat(calls.getFirst().body())
                .isEqualTo("client_id=c1&client_secret=s1&grant_type=client_credentials"
                        + "&scope=https%3A%2F%2Fstorage.azure.com%2F.default");
    }

    @Test
    void anApplicationSignsByItsCertificate() throws Exception {
        TestCertificate own =
                TestAuthority.create("azure", TestAuthority.Keys.RSA).issue("CN=app", List.of());
        AzureSecret secret = secret(Map.of(
                "tenantId",
                "t1",
                "clientId",
                "c1",
                "clientCertificate",
                own.certificatePem() + own.keyPem(),
                "clientCertificateSendChain",
                "TRUE"));
        secret.access(PLACE, this::answer);
        String body = calls.getFirst().body();
        assertThat(body)
                .contains("client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer");
        String[] proof = body.replaceFirst(".*client_assertion=([^&]*).*", "$1").split("\\.", -1);
        assertThat(decoded(proof[0]))
                .contains("\"alg\":\"RS256\"")
                .contains("\"x5t\":")
                .contains("\"x5c\":[");
        assertThat(decoded(proof[1]))
                .contains("\"aud\":\"https://login.microsoftonline.com/t1/oauth2/v2.0/token\"")
                .contains("\"iss\":\"c1\",\"sub\":\"c1\"");
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Test
    void theMachinesIdentityIsShownToAzureOnly() throws Exception {
        AzureSecret secret = secret(Map.of("clientId", "c1"));
        assertThat(secret.access(PLACE, this::answer)).isEqualTo(new BlobAccess.Token("token1"));
        assertThat(calls.getFirst().address().getQuery())
                .isEqualTo("api-version=2018-02-01&client_id=c1&resource=https://storage.azure.com");
        for (String other : List.of(
                "http://fleet.blob.core.windows.net",
                "https://fleet.blob.core.windows.net.evil.test",
                "https://evil.test/fleet.blob.core.windows.net")) {
            BlobPlace place = BlobPlace.parse(other, false, "fleet");
            assertThatThrownBy(() -> secret.access(place, this::answer))
                    .isInstanceOf(IdentityException.class)
                    .hasMessageContaining("'" + other + "' is none of Azure's");
        }
        assertThat(calls).hasSize(1);
    }

    @Test
    void placesAreCheckedBeforeAnythingIsAsked() {
        assertThat(new GcsPlace("https://storage.googleapis.com", "fleet").isGoogles())
                .isTrue();
        assertThat(new GcsPlace("https://storage-fleet.p.googleapis.com", "fleet").isGoogles())
                .isTrue();
        assertThat(new GcsPlace("http://storage.googleapis.com", "fleet").isGoogles())
                .isFalse();
        assertThat(new GcsPlace("https://storage.googleapis.com.evil.test", "fleet").isGoogles())
                .isFalse();
        assertThatThrownBy(() -> new GcsPlace("https://a/b", "fleet")).hasMessageContaining("spec.endpoint");
        assertThatThrownBy(() -> new GcsPlace("https://a", "../x")).hasMessageContaining("spec.bucketName");
        assertThatThrownBy(() -> BlobPlace.parse("https://a?sig=1", false, "fleet"))
                .hasMessageContaining("spec.endpoint must be the address of an account");
        assertThatThrownBy(() -> BlobPlace.parse("https://a", false, "../x")).hasMessageContaining("spec.bucketName");
    }
}
