package io.fluxj.notification.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fluxj.testkit.TestCertificate;
import io.fluxj.testkit.TestTls;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** An issuer of tokens with one RSA key, which can be changed. Its keys are also where Google's would be: {@code /google}. */
final class TestIssuer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String scheme;
    private final AtomicReference<NamedKey> key;
    private final AtomicInteger asked = new AtomicInteger();

    record NamedKey(String id, KeyPair pair) {
        static NamedKey create(String id) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return new NamedKey(id, generator.generateKeyPair());
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private TestIssuer(HttpServer server, String scheme, NamedKey key) {
        this.server = server;
        this.scheme = scheme;
        this.key = new AtomicReference<>(key);
    }

    static TestIssuer start(NamedKey key) throws IOException {
        return serving(new TestIssuer(HttpServer.create(loopback(), 0), "http", key));
    }

    static TestIssuer startTls(NamedKey key, TestCertificate certificate) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TestTls.server(certificate)));
        return serving(new TestIssuer(server, "https", key));
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static TestIssuer serving(TestIssuer issuer) {
        issuer.server.setExecutor(issuer.threads);
        issuer.server.createContext("/.well-known/openid-configuration", issuer::discovery);
        issuer.server.createContext("/keys", issuer::keys);
        issuer.server.createContext("/google", issuer::keys);
        issuer.server.start();
        return issuer;
    }

    String url() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often its keys were asked for. */
    int asked() {
        return asked.get();
    }

    void rotate(NamedKey next) {
        key.set(next);
    }

    private void discovery(HttpExchange exchange) throws IOException {
        ObjectNode document = JSON.createObjectNode().put("issuer", url()).put("jwks_uri", url() + "/keys");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        answer(exchange, document);
    }

    private void keys(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        NamedKey now = Objects.requireNonNull(key.get());
        RSAPublicKey rsa = (RSAPublicKey) now.pair().getPublic();
        ObjectNode set = JSON.createObjectNode();
        set.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", now.id())
                .put("n", encoded(rsa.getModulus()))
                .put("e", encoded(rsa.getPublicExponent()));
        answer(exchange, set);
    }

    private static void answer(HttpExchange exchange, JsonNode document) throws IOException {
        byte[] body = document.toString().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        byte[] digits = new byte[bytes.length - start];
        System.arraycopy(bytes, start, digits, 0, digits.length);
        return encoded(digits);
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * A token.
     *
     * @param algorithm that its header names; signed by RS256 in any case, but for {@code none}
     */
    static String token(String algorithm, NamedKey key, JsonNode claims) {
        ObjectNode head = JSON.createObjectNode()
                .put("alg", algorithm)
                .put("kid", key.id())
                .put("typ", "JWT");
        String signed = encoded(head.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + (algorithm.equals("none") ? "" : encoded(signature(key, signed)));
    }

    private static byte[] signature(NamedKey key, String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.pair().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
