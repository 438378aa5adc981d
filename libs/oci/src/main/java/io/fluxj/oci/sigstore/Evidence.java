package io.fluxj.oci.sigstore;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.x509.Certificates;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What comes with a signature to show who made it, and when.
 *
 * @param signer the certificate of who made it
 * @param entries what logs say of it
 * @param timestamps answers of timestamp authorities about the signature
 */
public record Evidence(X509Certificate signer, List<LogEntry> entries, List<byte[]> timestamps) {
    private static final int MOST = 10;

    /** Makes the lists unmodifiable. */
    public Evidence {
        entries = List.copyOf(entries);
        timestamps = List.copyOf(timestamps);
    }

    /** Reads {@code verificationMaterial} of a bundle. */
    static Evidence read(JsonNode material) throws UnverifiedException {
        JsonNode leaf = material.has("certificate")
                ? material.path("certificate")
                : material.path("x509CertificateChain").path("certificates").path(0);
        if (!leaf.has("rawBytes")) {
            throw new UnverifiedException("the bundle has no certificate");
        }
        List<LogEntry> entries = new ArrayList<>();
        for (JsonNode entry : bounded(material.path("tlogEntries"))) {
            entries.add(LogEntry.read(entry));
        }
        List<byte[]> timestamps = new ArrayList<>();
        for (JsonNode stamp : bounded(material.path("timestampVerificationData").path("rfc3161Timestamps"))) {
            timestamps.add(decoded(stamp.path("signedTimestamp").asText("")));
        }
        return new Evidence(Certificates.read(decoded(leaf.path("rawBytes").asText(""))), entries, timestamps);
    }

    private static JsonNode bounded(JsonNode list) throws UnverifiedException {
        if (list.size() > MOST) {
            throw new UnverifiedException("the bundle has more than " + MOST + " entries of a kind");
        }
        return list;
    }

    static byte[] decoded(String base64) throws UnverifiedException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new UnverifiedException("something that is not in base64");
        }
    }
}
