package io.fluxj.reflector.tags;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.HashingOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Adler32;

/** How a list of tags is summed up in {@code status.lastScanResult.revision}. Source: behaviour §5.1. */
public enum Revision {
    /** Adler-32 of the list as JSON, in decimal digits: what Flux writes unless its gate FluxStorage is open. */
    ADLER32,
    /** SHA-256 of the tags with a line each: what Flux writes with that gate. */
    SHA256;

    /** The sum of a list in its order. */
    public String of(List<String> tags) {
        return switch (this) {
            case ADLER32 -> adler32(tags);
            case SHA256 -> lines(tags).toString();
        };
    }

    private static String adler32(List<String> tags) {
        Adler32 sum = new Adler32();
        sum.update('[');
        for (int i = 0; i < tags.size(); i++) {
            if (i > 0) {
                sum.update(',');
            }
            sum.update(JsonString.of(tags.get(i)).getBytes(StandardCharsets.UTF_8));
        }
        sum.update(']');
        return Long.toString(sum.getValue());
    }

    static Digest lines(List<String> tags) {
        try (HashingOutputStream sum =
                new HashingOutputStream(OutputStream.nullOutputStream(), DigestAlgorithm.SHA256)) {
            for (String tag : tags) {
                sum.write((tag + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return sum.digest();
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing is written", impossible);
        }
    }
}
