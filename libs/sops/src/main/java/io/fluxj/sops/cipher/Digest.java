package io.fluxj.sops.cipher;

import io.fluxj.sops.tree.Numbers;
import io.fluxj.sops.tree.Times;
import io.fluxj.sops.tree.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The code over the values of a file, in their order; keys are not in it. */
final class Digest {
    /** SHA-256 of {@code sops}: so that codes over all values and over encrypted ones alone are never the same. */
    private static final String ONLY_ENCRYPTED = "8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69";

    private final MessageDigest digest;

    Digest(boolean onlyEncrypted) {
        try {
            digest = MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
        if (onlyEncrypted) {
            digest.update(HexFormat.of().parseHex(ONLY_ENCRYPTED));
        }
    }

    void add(Value value) {
        switch (value) {
            case Value.Text text -> digest.update(text.bytes());
            case Value.Whole whole -> add(Long.toString(whole.value()));
            case Value.Real real -> add(Numbers.plain(real.value()));
            case Value.Truth truth -> add(truth.value() ? "True" : "False");
            case Value.Time time -> add(Times.precise(time.value()));
            case Value.Nothing nothing -> {}
            case Value.Comment comment -> {}
            case Value.Branch branch -> throw new IllegalArgumentException("no leaf");
            case Value.Items items -> throw new IllegalArgumentException("no leaf");
            case Value.Foreign foreign -> throw new IllegalArgumentException("no leaf");
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return HexFormat.of().withUpperCase().formatHex(digest.digest());
    }
}
