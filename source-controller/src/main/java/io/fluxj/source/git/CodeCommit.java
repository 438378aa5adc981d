package io.fluxj.source.git;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.runtime.identity.AwsCredentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A repository of AWS CodeCommit, and who one is to it: a name and a password that are made from a key for this address and moment. Source: AWS,
 * {@code git-remote-codecommit}; Signature Version 4.
 *
 * @param url where it is
 * @param region of the host
 */
record CodeCommit(GitUrl url, String region) {
    private static final Pattern HOST =
            Pattern.compile("git-codecommit(?:-fips)?\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    /** What an address is of; empty for one that is of no CodeCommit. */
    static Optional<CodeCommit> of(GitUrl url) {
        Matcher host = HOST.matcher(url.host());
        return url.scheme().equals("https") && host.matches()
                ? Optional.of(new CodeCommit(url, host.group(1)))
                : Optional.empty();
    }

    /** Credentials that count for some minutes. */
    GitCredentials sign(AwsCredentials credentials, Instant now) {
        String time = TIME.format(now);
        String scope = time.substring(0, 8) + "/" + region + "/codecommit/aws4_request";
        String request = "GIT\n" + url.path() + "\n\nhost:" + url.host() + "\n\nhost\n";
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hex(sha256(request));
        byte[] key = ("AWS4" + credentials.secretKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        String user = credentials.sessionToken().isEmpty()
                ? credentials.accessKey()
                : credentials.accessKey() + "%" + credentials.sessionToken();
        return new GitCredentials.Basic(user, time + "Z" + hex(hmac(key, toSign)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HMAC with SHA-256", impossible);
        }
    }
}
