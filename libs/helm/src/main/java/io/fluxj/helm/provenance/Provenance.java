package io.fluxj.helm.provenance;

import io.fluxj.archive.Digest;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.shape.Shape;
import io.fluxj.helm.shape.ShapeReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * Who vouches for a packaged chart.
 *
 * @param signer the first name on the key; empty when it has none
 * @param fingerprint of the primary key, in hexadecimal digits
 */
public record Provenance(String signer, String fingerprint) {
    private static final Shape.Struct SUMS = Shape.Struct.of(
            "provenance.SumCollection",
            Shape.Member.always("Files", "files", Shape.TEXT_MAP),
            Shape.Member.of("Images", "images", Shape.TEXT_MAP));

    /** A packaged chart under the name that it was signed by, such as {@code app-1.2.3.tgz}; the digest is SHA-256. */
    public record Packaged(String fileName, Digest digest) {}

    /**
     * Checks a package against the {@code .prov} file beside it: first the signature, then the digest that it is about.
     *
     * @throws HelmException when the signature is not made by one of the keys over what the file says, or is about other bytes
     */
    public static Provenance check(Packaged chart, byte[] provenance, KeyRing keys) {
        try {
            return checked(chart, provenance, keys);
        } catch (HelmException e) {
            throw e.within("provenance of " + chart.fileName());
        }
    }

    private static Provenance checked(Packaged chart, byte[] provenance, KeyRing keys) {
        ClearSigned message = ClearSigned.of(provenance);
        PGPPublicKey signer = new Signatures(keys).signer(message);
        String signed = sums(message).get(chart.fileName());
        if (signed == null) {
            throw new HelmException(
                    Subject.PROVENANCE,
                    "provenance does not contain a SHA for a file named " + Quoting.quoted(chart.fileName()));
        }
        String found = chart.digest().toString();
        if (!signed.equals(found)) {
            throw new HelmException(
                            Subject.PROVENANCE,
                            "sha256 sum does not match for " + chart.fileName() + ": " + Quoting.quoted(signed) + " != "
                                    + Quoting.quoted(found))
                    .advising("get package and provenance anew, both of the same version");
        }
        Iterator<String> names = signer.getUserIDs();
        return new Provenance(
                names.hasNext() ? names.next() : "",
                HexFormat.of().withUpperCase().formatHex(signer.getFingerprint()));
    }

    /** The digests in what was signed, never in what stands around it. */
    private static Map<String, String> sums(ClearSigned message) {
        String[] parts = GoText.of(message.text().getBytes(StandardCharsets.ISO_8859_1))
                .replace("\r\n", "\n")
                .split("\n\\.\\.\\.\n", -1);
        if (parts.length < 2) {
            throw new HelmException(Subject.PROVENANCE, "message block must have at least two parts");
        }
        try {
            return ShapeReader.yaml(SUMS, parts[1]).textMap("files");
        } catch (GoError e) {
            throw new HelmException(Subject.PROVENANCE, "digests are malformed: " + e.getMessage(), e);
        }
    }
}
