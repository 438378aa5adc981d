package io.fluxj.runtime.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.net.issue.CertificateAuthority;
import io.fluxj.net.issue.Validity;
import io.fluxj.net.tls.Pem;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts a certificate stands for. */
class PeerNamesTest {
    @ParameterizedTest
    @CsvSource({
        "*.flux-system.svc, source-controller.flux-system.svc.cluster.local, true",
        "*.flux-system.svc, source-controller.flux-system.svc.example.org, true",
        "*.flux-system.svc, source-controller.flux-system.svc, true",
        "*.flux-system.svc, source-controller.flux-system, true",
        "*.flux-system.svc, source-controller, true",
        "*.flux-system.svc, SOURCE-controller.flux-system.svc, true",
        "*.flux-system.svc, 10.1.2.3, true",
        "*.flux-system.svc, '[fd00::1]', true",
        "*.flux-system.svc, source-controller.other.svc.cluster.local, false",
        "*.flux-system.svc, a.source-controller.flux-system.svc, false",
        "*.flux-system.svc, flux-system.svc, false",
        "*.flux-system.svc, example.org, false",
        "*.other.svc, 10.1.2.3, false",
        "source-controller.flux-system.svc, source-controller.flux-system.svc.cluster.local, true",
        "source-controller.flux-system.svc, notification-controller.flux-system.svc, false",
        "source-controller.flux-system.svc.cluster.local, source-controller.flux-system.svc.cluster.local, true",
    })
    void standForServicesOfTheirNamespace(String name, String host, boolean covered) throws Exception {
        Validity day = Validity.of(Instant.now(), Duration.ofDays(1));
        X509Certificate certificate = Pem.certificates(CertificateAuthority.create("a", day)
                        .issue("x", List.of(name), day)
                        .certificate())
                .getFirst();

        assertThat(new PeerNames("flux-system").covers(certificate, host)).isEqualTo(covered);
    }
}
