package io.fluxj.manifest;

import java.util.List;

/**
 * What of a build is not for everyone.
 *
 * @param confidential whether it holds a Secret, or values that came from one
 * @param decrypted texts in its objects that were encrypted; no message may hold them
 */
public record Sensitivity(boolean confidential, List<String> decrypted) {
    public Sensitivity {
        decrypted = List.copyOf(decrypted);
    }

    /** Does not tell the texts. */
    @Override
    public String toString() {
        return "Sensitivity[confidential=" + confidential + ", decrypted=" + decrypted.size() + " texts]";
    }
}
