package io.fluxj.manifest.decrypt;

import io.fluxj.sops.Decrypted;
import io.fluxj.sops.Decryption;
import io.fluxj.sops.Format;
import io.fluxj.sops.SopsException;

/** Decrypts, and says what goes wrong as Flux does. */
final class FluxDecryption {
    private final Decryption decryption;

    FluxDecryption(Decryption decryption) {
        this.decryption = decryption;
    }

    /** @throws DecryptionFailure if it cannot be decrypted */
    Decrypted decrypt(byte[] encrypted, Format input, Format output) throws DecryptionFailure {
        try {
            return decryption.decrypt(encrypted, input, output);
        } catch (SopsException e) {
            throw new DecryptionFailure(
                    stage(e.stage(), input, output) + reason(e), e.stage() == SopsException.Stage.MAC);
        }
    }

    /** Without the codes that sops shows: they are digests of plain text. */
    private static String reason(SopsException e) {
        return e.stage() == SopsException.Stage.MAC
                ? "it was changed after sops encrypted it: undo the change, or make it with sops"
                : String.valueOf(e.getMessage());
    }

    private static String stage(SopsException.Stage stage, Format input, Format output) {
        return switch (stage) {
            case LOAD -> "failed to load encrypted " + input.title() + " data: ";
            case KEY -> "cannot get sops data key: ";
            case VALUE -> "error decrypting sops tree: ";
            case MAC -> "failed to verify sops data integrity: ";
            case WRITE -> "failed to emit encrypted " + input.title() + " file as decrypted " + output.title() + ": ";
        };
    }
}
