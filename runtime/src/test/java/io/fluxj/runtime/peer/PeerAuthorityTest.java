package io.fluxj.runtime.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.net.tls.Pem;
import io.fluxj.runtime.secret.SecretData;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The life of an installation's authority and certificate, over years. */
class PeerAuthorityTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final PeerAuthority authority = new PeerAuthority("flux-system");
    private final Map<String, String> secret = new HashMap<>(authority.begin(START));

    private Map<String, String> look(Duration later) throws Exception {
        Map<String, String> changes = authority.renew(data(secret), START.plus(later));
        secret.putAll(changes);
        return changes;
    }

    private static SecretData data(Map<String, String> secret) {
        return new SecretData(
                secret.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .getBytes(StandardCharsets.UTF_8))));
    }

    private X509Certificate certificate() throws Exception {
        return Pem.certificates(secret.getOrDefault("tls.crt", "")).getFirst();
    }

    private List<X509Certificate> authorities() throws Exception {
        return Pem.certificates(secret.getOrDefault("ca.crt", ""));
    }

    @Test
    void theCertificateIsOfTheAuthorityAndForTheServicesOfTheNamespace() throws Exception {
        certificate().verify(authorities().getFirst().getPublicKey());
        assertThat(certificate().getSubjectAlternativeNames()).containsExactly(List.of(2, "*.flux-system.svc"));
    }

    @Test
    void nothingChangesBeforeTheLastThirdOfItsLife() throws Exception {
        assertThat(look(Duration.ofMinutes(1))).isEmpty();
        assertThat(look(Duration.ofDays(59))).isEmpty();
        assertThat(look(Duration.ofDays(61))).containsOnlyKeys("tls.crt", "tls.key");
        assertThat(look(Duration.ofDays(62))).isEmpty();
        assertThat(certificate().getNotAfter().toInstant()).isEqualTo(START.plus(Duration.ofDays(61 + 90)));
    }

    @Test
    void aNewAuthorityIsKnownForAnHourBeforeItSigns() throws Exception {
        X509Certificate old = authorities().getFirst();
        Duration late = Duration.ofDays(2500);
        secret.putAll(renewedCertificate(late.minusDays(80)));

        assertThat(look(late)).containsOnlyKeys("ca.crt", "ca.key");
        assertThat(authorities()).hasSize(2).last().isEqualTo(old);
        certificate().verify(old.getPublicKey());

        assertThat(look(late.plusMinutes(30))).isEmpty();
        assertThat(look(late.plusMinutes(61))).containsOnlyKeys("tls.crt", "tls.key");
        certificate().verify(authorities().getFirst().getPublicKey());
        assertThat(authorities()).as("callers that saw the old one go on").contains(old);
    }

    private Map<String, String> renewedCertificate(Duration later) throws Exception {
        return authority.renew(data(secret), START.plus(later));
    }
}
