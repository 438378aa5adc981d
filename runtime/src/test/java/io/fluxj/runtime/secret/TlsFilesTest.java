package io.fluxj.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.net.issue.ThrowawayCertificate;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TlsFilesTest {
    @Test
    void readsTheOlderKeysWhereTheOthersAreMissing() {
        assertThat(TlsFiles.of(TestSecrets.holding(Map.of("caFile", "a", "certFile", "b", "keyFile", "c"))))
                .isEqualTo(new TlsFiles("a", "b", "c"));
        assertThat(TlsFiles.of(
                        TestSecrets.holding(Map.of("caFile", "old", "ca.crt", "new", "tls.crt", "b", "tls.key", "c"))))
                .isEqualTo(new TlsFiles("new", "b", "c"));
    }

    @Test
    void trustsTheAuthoritiesBesideThoseOfTheRuntimeOrAlone() {
        TlsFiles files = new TlsFiles("ca", "cert", "key");
        assertThat(files.besideSystem()).isEqualTo(new TlsConfig(Trust.besideSystem("ca"), "cert", "key"));
        assertThat(files.alone()).isEqualTo(new TlsConfig(Trust.only("ca"), "cert", "key"));
    }

    @Test
    void trustsThoseOfTheRuntimeWhenThereAreNoOthers() {
        assertThat(new TlsFiles("", "", "").besideSystem()).isEqualTo(TlsConfig.SYSTEM);
        assertThat(new TlsFiles("", "", "").alone()).isEqualTo(TlsConfig.SYSTEM);
    }

    @Test
    void wantsBothHalvesOfAPair() {
        assertThatThrownBy(() -> TlsFiles.require(TestSecrets.holding(Map.of("tls.crt", "c"))))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret 'apps/creds' contains 'tls.crt' but missing 'tls.key'");
        assertThatThrownBy(() -> TlsFiles.require(TestSecrets.holding(Map.of("keyFile", "key"))))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret 'apps/creds' contains 'tls.key' but missing 'tls.crt'");
    }

    @Test
    void wantsSomethingInASecretForCertificatesAlone() {
        assertThatThrownBy(() -> TlsFiles.require(TestSecrets.holding(Map.of("username", "u"))))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret 'apps/creds' must contain either 'ca.crt' or both 'tls.crt' and 'tls.key'");
    }

    @Test
    void wantsAnAuthorityThatCanBeRead() throws Exception {
        assertThatThrownBy(() -> TlsFiles.require(TestSecrets.holding(Map.of("ca.crt", "nonsense"))))
                .isInstanceOf(SecretException.class)
                .hasMessage("failed to parse CA certificate");
        String authority = ThrowawayCertificate.authority("servers").certificatePem();
        assertThat(TlsFiles.require(TestSecrets.holding(Map.of("ca.crt", authority))))
                .isEqualTo(new TlsFiles(authority, "", ""));
    }

    @Test
    void doesNotShowTheKey() {
        assertThat(new TlsFiles("a", "b", "the-key")).hasToString("TlsFiles[authorities=true, client=true]");
    }
}
