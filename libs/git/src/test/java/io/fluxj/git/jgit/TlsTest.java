package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.net.issue.ThrowawayCertificate;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final GitReference MAIN = new GitReference.Branch("main");

    @TempDir
    Path folder;

    private SampleRepository sample;
    private String head;
    private ThrowawayCertificate authority;
    private ThrowawayCertificate clients;
    private GitHttpServer server;

    @BeforeEach
    void serve() throws Exception {
        sample = SampleRepository.in(folder);
        head = sample.commit("a.txt", "a");
        sample.push("main");
        authority = ThrowawayCertificate.authority("servers");
        clients = ThrowawayCertificate.authority("clients");
        SSLContext context = authority.issue("server").server(clients);
        server = GitHttpServer.start(
                GitHttpServer.Options.of(sample.repositories()).withTls(new Demanding(context)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsItsCertificateToAServerThatItsAuthorityVouchesFor() throws Exception {
        ThrowawayCertificate client = clients.issue("client");
        TlsConfig tls =
                new TlsConfig(Trust.besideSystem(authority.certificatePem()), client.certificatePem(), client.keyPem());
        assertThat(remote(tls).fetch(MAIN, sample.emptyFolder("out")).revision())
                .hasToString("main@sha1:" + head);
    }

    @Test
    void doesNotTalkToAServerThatNobodyVouchesFor() throws Exception {
        ThrowawayCertificate client = clients.issue("client");
        expect(Problem.CERTIFICATE, TlsConfig.SYSTEM);
        String other = ThrowawayCertificate.authority("other").certificatePem();
        expect(Problem.CERTIFICATE, new TlsConfig(Trust.besideSystem(other), client.certificatePem(), client.keyPem()));
        expect(
                Problem.CERTIFICATE,
                new TlsConfig(Trust.besideSystem("no certificate"), client.certificatePem(), client.keyPem()));
    }

    @Test
    void passesOverWhatIsNoCertificateAmongTheAuthorities() throws Exception {
        ThrowawayCertificate client = clients.issue("client");
        String bundle = authority.keyPem()
                + "-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n"
                + "# ours\n" + authority.certificatePem();
        TlsConfig tls = new TlsConfig(Trust.besideSystem(bundle), client.certificatePem(), client.keyPem());
        assertThat(remote(tls).resolve(MAIN)).hasToString("main@sha1:" + head);
    }

    @Test
    void saysThatTheAuthorityIsUnknown() {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote(TlsConfig.SYSTEM).resolve(MAIN))
                .withMessageEndingWith(
                        ": tls: failed to verify certificate: x509: certificate signed by unknown authority");
    }

    @Test
    void isRefusedWithoutACertificateThatTheServerTrusts() throws Exception {
        ThrowawayCertificate stranger =
                ThrowawayCertificate.authority("strangers").issue("client");
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote(TlsConfig.trusting(Trust.besideSystem(authority.certificatePem())))
                        .resolve(MAIN));
        TlsConfig unknown = new TlsConfig(
                Trust.besideSystem(authority.certificatePem()), stranger.certificatePem(), stranger.keyPem());
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote(unknown).resolve(MAIN));
    }

    private void expect(Problem problem, TlsConfig tls) {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote(tls).resolve(MAIN))
                .extracting(GitException::problem)
                .isEqualTo(problem);
    }

    private JGitRemote remote(TlsConfig tls) {
        return sample.remote(new GitAccess(
                GitUrl.parse(server.url() + "/app.git"),
                new GitCredentials.None(),
                tls,
                SshAlgorithms.DEFAULT,
                SampleRepository.PATIENCE));
    }

    /** Asks clients for a certificate and takes no connection without. */
    private static final class Demanding extends HttpsConfigurator {
        Demanding(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
        }
    }
}
