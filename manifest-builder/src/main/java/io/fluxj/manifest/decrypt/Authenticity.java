package io.fluxj.manifest.decrypt;

import io.fluxj.sops.Format;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Checks encrypted resource files against their MAC. They are decrypted later, as objects, and by then are no longer what sops wrote. Whatever
 * else is wrong with them is told then.
 */
final class Authenticity {
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^---(?=\\s|$)");

    private final FluxDecryption decryption;

    Authenticity(FluxDecryption decryption) {
        this.decryption = decryption;
    }

    /**
     * Checks a file, as one or, where it was put together from several, document by document.
     *
     * @throws DecryptionFailure if it was changed
     */
    void check(byte[] file, Format format) throws DecryptionFailure {
        String text = new String(file, StandardCharsets.UTF_8);
        if (!looksEncrypted(text)) {
            return;
        }
        try {
            decryption.decrypt(file, format, format);
        } catch (DecryptionFailure whole) {
            checkEach(text, format);
        }
    }

    private void checkEach(String text, Format format) throws DecryptionFailure {
        for (String document : SEPARATOR.split(text, -1)) {
            if (looksEncrypted(document)) {
                checkOne(document.getBytes(StandardCharsets.UTF_8), format);
            }
        }
    }

    private void checkOne(byte[] document, Format format) throws DecryptionFailure {
        try {
            decryption.decrypt(document, format, format);
        } catch (DecryptionFailure e) {
            if (e.isOfChange()) {
                throw e;
            }
        }
    }

    private static boolean looksEncrypted(String text) {
        return text.contains("sops") && text.contains("mac");
    }
}
