package io.fluxj.helm.release;

import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The bytes of a record: base64 of gzip of JSON. A Secret wraps them in base64 once more. */
public final class ReleaseCodec {
    private static final int LARGEST_JSON = 64 << 20;

    private ReleaseCodec() {}

    public static byte[] encoded(Release release) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new Best(zipped)) {
            out.write(GoText.bytes(ReleaseJson.encoded(release)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encode(zipped.toByteArray());
    }

    /** Gzip at its best, as Helm has it. */
    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /**
     * The JSON of a record, which may also be stored as it is.
     *
     * @throws HelmException when the bytes are none
     */
    public static String json(byte[] record) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(record);
        } catch (IllegalArgumentException e) {
            throw new HelmException(Subject.RELEASE, "stored release is no base64: " + e.getMessage(), e);
        }
        boolean zipped = bytes.length > 3 && bytes[0] == 0x1F && (bytes[1] & 0xFF) == 0x8B && bytes[2] == 8;
        return zipped ? unzipped(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] json = in.readNBytes(LARGEST_JSON + 1);
            if (json.length > LARGEST_JSON) {
                throw new HelmException(
                        Subject.LIMIT, "stored release unpacks to more than " + LARGEST_JSON + " bytes");
            }
            return new String(json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new HelmException(Subject.RELEASE, "stored release is damaged: " + e.getMessage(), e);
        }
    }
}
