package io.fluxj.runtime.identity.azure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.net.tls.Pem;
import io.fluxj.runtime.identity.IdentityException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The certificate of an application of Entra ID, by whose key it says who it is. Source: Microsoft identity platform, "application authentication
 * certificate credentials".
 *
 * @param chain the application's own certificate first
 * @param key of that certificate; shown by nothing
 */
public record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long LIFETIME = 600;

    /** Makes the list unmodifiable. */
    public ClientCertificate {
        chain = List.copyOf(chain);
    }

    /**
     * Reads certificates and a key, in PEM form or as PKCS#12.
     *
     * @param password of PKCS#12; empty for none
     */
    public static ClientCertificate parse(byte[] file, String password) throws IdentityException {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        try {
            ClientCertificate read = text.contains("-----BEGIN ") ? ofPem(text) : ofStore(file, password.toCharArray());
            if (!read.chain().isEmpty()) {
                return read;
            }
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IdentityException(
                    "failed to parse client certificates: neither PEM with a certificate and its RSA key, nor PKCS#12"
                            + " that the password opens",
                    unusable);
        }
        throw new IdentityException("failed to parse client certificates: there is none");
    }

    private static ClientCertificate ofPem(String text) throws GeneralSecurityException, IOException {
        return new ClientCertificate(Pem.certificates(text), Pem.privateKey(text));
    }

    private static ClientCertificate ofStore(byte[] file, char[] password)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), password);
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                List<X509Certificate> chain = new ArrayList<>();
                for (Certificate certificate : store.getCertificateChain(alias)) {
                    chain.add((X509Certificate) certificate);
                }
                return new ClientCertificate(chain, key);
            }
        }
        throw new IOException("no key");
    }

    /**
     * What proves to a token service that one is an application.
     *
     * @param service address of the token service
     * @param client id of the application
     * @param wholeChain whether the certificates go along, for applications that trust an authority and a name
     */
    String assertion(String service, String client, boolean wholeChain, Instant now) throws IdentityException {
        try {
            String signed = encoded(header(wholeChain)) + "." + encoded(claims(service, client, now));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new IdentityException("the key of the client certificate is no RSA key", unusable);
        }
    }

    private ObjectNode header(boolean wholeChain) throws GeneralSecurityException {
        byte[] own = chain.getFirst().getEncoded();
        byte[] print = MessageDigest.getInstance("SHA-1").digest(own);
        ObjectNode header = JSON.createObjectNode()
                .put("alg", "RS256")
                .put("typ", "JWT")
                .put("x5t", Base64.getUrlEncoder().withoutPadding().encodeToString(print));
        if (wholeChain) {
            for (X509Certificate certificate : chain) {
                header.withArray("x5c").add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
            }
        }
        return header;
    }

    private static ObjectNode claims(String service, String client, Instant now) {
        return JSON.createObjectNode()
                .put("aud", service)
                .put("iss", client)
                .put("sub", client)
                .put("jti", UUID.randomUUID().toString())
                .put("nbf", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + LIFETIME);
    }

    private static String encoded(ObjectNode part) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ClientCertificate[" + chain.size() + " certificates]";
    }
}
