package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.TrustedKey;
import io.fluxj.oci.signature.UnverifiedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The head of a tree, and who signed it. Source: C2SP tlog-checkpoint, signed-note.
 *
 * @param text that is signed
 * @param size of the tree
 * @param root of the tree
 * @param signatures of the text, without the hints to their keys
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Checkpoint(String text, long size, byte[] root, List<byte[]> signatures) {
    private static final int HINT = 4;
    private static final int MOST_SIGNATURES = 20;

    static Checkpoint read(String note) throws UnverifiedException {
        int blank = note.indexOf("\n\n");
        if (blank < 0) {
            throw new UnverifiedException("the checkpoint is not signed");
        }
        String text = note.substring(0, blank + 1);
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("[0-9]{1,18}")) {
            throw new UnverifiedException("the checkpoint cannot be read");
        }
        return new Checkpoint(
                text, Long.parseLong(lines[1]), Evidence.decoded(lines[2]), signatures(note.substring(blank + 2)));
    }

    private static List<byte[]> signatures(String lines) throws UnverifiedException {
        java.util.ArrayList<byte[]> signatures = new java.util.ArrayList<>();
        for (String line : lines.lines().limit(MOST_SIGNATURES).toList()) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 3 && parts[0].equals("\u2014")) {
                byte[] bytes = Evidence.decoded(parts[2]);
                signatures.add(Arrays.copyOfRange(bytes, Math.min(HINT, bytes.length), bytes.length));
            }
        }
        return signatures;
    }

    boolean signedBy(TrustedKey key) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return signatures.stream().anyMatch(signature -> key.signed(message, signature));
    }
}
