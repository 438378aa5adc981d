package io.fluxj.kube.tls;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** An authority and a key for tokens that outlive the process, in files that only their owner reads. */
public final class StoredIdentity {
    private static final String CERTIFICATE = "ca.crt";
    private static final String KEY = "ca.key";
    private static final String TOKENS = "tokens.key";
    private static final int TOKEN_KEY_BYTES = 32;

    private StoredIdentity() {}

    /** The authority kept in the folder; made when there is none. */
    public static Authority authority(Path folder) {
        try {
            if (!Files.exists(folder.resolve(KEY))) {
                Authority fresh = Authority.create();
                write(folder.resolve(CERTIFICATE), fresh.root().certificatePem().getBytes(StandardCharsets.US_ASCII));
                write(folder.resolve(KEY), fresh.root().keyPem().getBytes(StandardCharsets.US_ASCII));
                return fresh;
            }
            X509CertificateHolder certificate = (X509CertificateHolder) pem(folder.resolve(CERTIFICATE));
            PEMKeyPair keys = (PEMKeyPair) pem(folder.resolve(KEY));
            return Authority.of(new Authority.Credential(
                    new JcaX509CertificateConverter().getCertificate(certificate),
                    new JcaPEMKeyConverter().getKeyPair(keys)));
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate authority in " + folder + " cannot be read", e);
        } catch (CertificateException | ClassCastException e) {
            throw new IllegalStateException("the certificate authority in " + folder + " is damaged", e);
        }
    }

    /** The key that service accounts' tokens are signed with; made when there is none. */
    public static byte[] tokenKey(Path folder) {
        try {
            Path file = folder.resolve(TOKENS);
            if (!Files.exists(file)) {
                byte[] key = new byte[TOKEN_KEY_BYTES];
                new SecureRandom().nextBytes(key);
                write(file, key);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key for tokens in " + folder + " cannot be read", e);
        }
    }

    private static Object pem(Path file) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            return parser.readObject();
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(next, content);
        Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
