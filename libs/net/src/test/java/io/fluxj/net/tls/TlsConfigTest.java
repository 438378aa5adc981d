package io.fluxj.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.fluxj.net.issue.ThrowawayCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TlsConfigTest {
    private final ThrowawayCertificate authority = ThrowawayCertificate.authority("servers");
    private final ThrowawayCertificate clients = ThrowawayCertificate.authority("clients");
    private final ThrowawayCertificate client = clients.issue("client");

    private HttpsServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new Demanding(authority.issue("server").server(clients)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isTheRuntimesOwnWhenNothingIsGiven() throws Exception {
        assertThat(TlsConfig.SYSTEM.context()).isEmpty();
    }

    @Test
    void showsItsCertificateToAServerThatItsAuthorityVouchesFor() throws Exception {
        assertThat(answer(as(Trust.only(authority.certificatePem())))).isEqualTo(204);
        assertThat(answer(as(Trust.besideSystem(authority.certificatePem())))).isEqualTo(204);
    }

    @Test
    void passesOverWhatIsNoCertificateAmongTheAuthorities() throws Exception {
        String bundle = authority.keyPem()
                + "-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n"
                + "# ours\n" + authority.certificatePem();

        assertThat(answer(as(Trust.besideSystem(bundle)))).isEqualTo(204);
        assertThat(Trust.besideSystem(bundle).count()).isEqualTo(2);
        assertThat(Trust.besideSystem(bundle).isReadable()).isTrue();
        assertThat(Trust.besideSystem("no certificate").isReadable()).isFalse();
    }

    @Test
    void doesNotTalkToAServerThatNobodyVouchesFor() {
        String other = ThrowawayCertificate.authority("other").certificatePem();
        for (Trust trust : List.of(Trust.SYSTEM, Trust.besideSystem(other), Trust.only(other))) {
            assertThatThrownBy(() -> answer(as(trust)))
                    .isInstanceOf(SSLException.class)
                    .extracting(TlsConfigTest::inGosWords)
                    .isEqualTo("tls: failed to verify certificate: x509: certificate signed by unknown authority");
        }
    }

    /** Without any authority at all nobody can be vouched for. */
    @Test
    void trustsNobodyWhoseAuthoritiesCannotBeRead() {
        assertThatThrownBy(() -> answer(as(Trust.only("no certificate")))).isInstanceOf(IOException.class);
    }

    @Test
    void keepsTheAuthoritiesOfTheRuntimeUnlessTheGivenOnesAreAlone() throws Exception {
        assertThat(accepted(Trust.besideSystem(authority.certificatePem()))).isEqualTo(accepted(Trust.SYSTEM) + 1);
        assertThat(accepted(Trust.only(authority.certificatePem()))).isEqualTo(1);
    }

    @Test
    void wantsAnUnencryptedKey() {
        TlsConfig keyless = new TlsConfig(Trust.SYSTEM, client.certificatePem(), "nothing");
        assertThatThrownBy(keyless::context)
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("the client key is not an unencrypted private key in PEM form");
    }

    @Test
    void passesOverCurveParametersBesideTheKey() throws Exception {
        String openSsl = """
            -----BEGIN EC PARAMETERS-----
            BggqhkjOPQMBBw==
            -----END EC PARAMETERS-----
            """ + client.keyPem();
        TlsConfig config = new TlsConfig(Trust.only(authority.certificatePem()), client.certificatePem(), openSsl);
        assertThat(answer(config)).isEqualTo(204);
    }

    @Test
    void showsNoKey() {
        assertThat(as(Trust.only(authority.certificatePem())))
                .hasToString("TlsConfig[trust=Trust[given=1, alone=true], client=true]");
        assertThat(client.toString()).isEqualTo("ThrowawayCertificate[CN=client]");
    }

    private static String inGosWords(Throwable failed) {
        List<Throwable> causes = Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .toList();
        return UnverifiedCertificate.message(causes, "something else");
    }

    private static int accepted(Trust trust) throws Exception {
        return ((X509TrustManager) Authorities.managers(trust)[0]).getAcceptedIssuers().length;
    }

    private TlsConfig as(Trust trust) {
        return new TlsConfig(trust, client.certificatePem(), client.keyPem());
    }

    private int answer(TlsConfig config) throws Exception {
        SSLContext context = config.context().orElseThrow();
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
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
