package io.fluxj.source.git;

import io.fluxj.git.SignedObject;
import io.fluxj.git.verify.TrustedKeys;
import io.fluxj.git.verify.UnverifiedException;
import io.fluxj.oci.sigstore.GitsignTrust;

/** Looks who signed a commit or tag. */
@FunctionalInterface
interface SignatureCheck {
    /**
     * By what is known of him.
     *
     * @throws UnverifiedException when it is not signed, or by nobody who counts
     */
    String verify(SignedObject object) throws UnverifiedException;

    /** Those with keys that are known. */
    static SignatureCheck by(TrustedKeys keys) {
        return object -> "key '" + keys.verify(object) + "'";
    }

    /** Those with names that are known. */
    static SignatureCheck by(GitsignTrust trust) {
        return object -> {
            try {
                return "identity '" + trust.verify(object.signature(), object.payload()) + "'";
            } catch (io.fluxj.oci.signature.UnverifiedException failed) {
                throw new UnverifiedException(
                        "unable to verify Git " + object.kind() + ": " + failed.message(), failed);
            }
        };
    }
}
