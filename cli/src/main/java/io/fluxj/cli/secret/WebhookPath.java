package io.fluxj.cli.secret;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;

/** Where a Receiver's webhook is: the SHA-256 of its token, name and namespace, so that only who knows the token finds it. */
public final class WebhookPath {
    private WebhookPath() {}

    /** The path; the token of Receivers without Secret is empty. */
    public static String of(String token, String name, String namespace) {
        return "/hook/"
                + Digest.of(DigestAlgorithm.SHA256, token + name + namespace).hex();
    }
}
