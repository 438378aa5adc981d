package io.fluxj.source.golden;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import io.fluxj.testkit.StaticTestServer;
import io.fluxj.testkit.TestCertificate;
import io.fluxj.testkit.TestTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The servers of static files that the scenarios of Helm repositories talk to: over HTTP, over HTTPS, and one that wants a client certificate. */
record GoldenFiles(Path folder, StaticTestServer plain, StaticTestServer tls, StaticTestServer mutual)
        implements AutoCloseable {
    /** The plain server by another name, which is another server to clients. */
    static final String LOCALHOST = "HELM-LOCALHOST";

    static GoldenFiles start(Path fixtures, Path folder) throws IOException {
        Path keys = fixtures.resolve("keys");
        TestCertificate certificate = new TestCertificate(
                Files.readString(keys.resolve("tls.crt")), Files.readString(keys.resolve("tls.key")));
        SSLContext client = TestTls.server(certificate, Files.readString(keys.resolve("ca.crt")));
        return new GoldenFiles(
                folder,
                StaticTestServer.start(folder),
                StaticTestServer.startTls(folder, new HttpsConfigurator(TestTls.server(certificate))),
                StaticTestServer.startTls(folder, new Mutual(client)));
    }

    private static final class Mutual extends HttpsConfigurator {
        Mutual(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
        }
    }

    Map<String, String> places() {
        return Map.of(
                "HELM",
                place(plain),
                LOCALHOST,
                place(plain).replace("127.0.0.1", "localhost"),
                "HELMS",
                place(tls),
                "HELMM",
                place(mutual));
    }

    private static String place(StaticTestServer server) {
        return "127.0.0.1:" + server.url().getPort();
    }

    @Override
    public void close() {
        plain.close();
        tls.close();
        mutual.close();
    }
}
