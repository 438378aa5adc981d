package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.value.GoText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Adler32;

/** Checksums and encodings of bytes as text. */
final class Encodings {
    private Encodings() {}

    static void addTo(Library library) {
        library.add("sha1sum", STRING, (run, a) -> digest("SHA-1", Args.text(a, 0)), STRING);
        library.add("sha256sum", STRING, (run, a) -> digest("SHA-256", Args.text(a, 0)), STRING);
        library.add("sha512sum", STRING, (run, a) -> digest("SHA-512", Args.text(a, 0)), STRING);
        library.add("adler32sum", STRING, (run, a) -> adler(Args.text(a, 0)), STRING);
        library.add(
                "b64enc",
                STRING,
                (run, a) -> {
                    run.reserve(Args.text(a, 0).length() * 2L);
                    return Base64.getEncoder().encodeToString(GoText.bytes(Args.text(a, 0)));
                },
                STRING);
        library.add("b64dec", STRING, (run, a) -> Radix.BASE64.decodedOrError(Args.text(a, 0)), STRING);
        library.add(
                "b32enc",
                STRING,
                (run, a) -> {
                    run.reserve(Args.text(a, 0).length() * 2L);
                    return Radix.BASE32.encode(GoText.bytes(Args.text(a, 0)));
                },
                STRING);
        library.add("b32dec", STRING, (run, a) -> Radix.BASE32.decodedOrError(Args.text(a, 0)), STRING);
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(GoText.bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String adler(String text) {
        Adler32 checksum = new Adler32();
        checksum.update(GoText.bytes(text));
        return Long.toString(checksum.getValue());
    }
}
