package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.UnverifiedException;

/**
 * Signatures of commits and tags that gitsign made without a key.
 *
 * @param trust whose signatures count
 */
public record GitsignTrust(KeylessTrust trust) {
    /**
     * Who signed.
     *
     * @param armour the signature, {@code -----BEGIN SIGNED MESSAGE-----} and so on
     * @param payload what it has to be of
     * @return the names in the certificate, and who vouched for them
     * @throws UnverifiedException when it is by nobody who counts, or of something else
     */
    public String verify(String armour, byte[] payload) throws UnverifiedException {
        CmsSignature signature = CmsSignature.read(armour, payload);
        trust.require(signature.signed(), signature.evidence());
        Signer signer = Signer.of(signature.evidence().signer());
        return String.join(", ", signer.subjects()) + "' of '" + signer.issuer();
    }
}
