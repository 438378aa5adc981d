package io.fluxj.oci.notation;

import io.fluxj.oci.signature.UnverifiedException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is signed, how, and by whom.
 *
 * @param payload the statement
 * @param headers what is signed besides it
 * @param chain the signer's certificate first, the root last
 * @param signature its bytes
 * @param timestamp an authority's token about the signature; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Envelope(byte[] payload, Headers headers, List<X509Certificate> chain, byte[] signature, byte[] timestamp) {
    /** The kind of envelopes in JSON. */
    static final String JWS = "application/jose+json";
    /** The kind of envelopes in CBOR. */
    static final String COSE = "application/cose";

    static final String PAYLOAD = "application/vnd.cncf.notary.payload.v1+json";
    static final String PREFIX = "io.cncf.notary.";

    Envelope {
        chain = List.copyOf(chain);
    }

    /** How it was signed. */
    enum Scheme {
        X509("notary.x509", "ca"),
        SIGNING_AUTHORITY("notary.x509.signingAuthority", "signingAuthority");

        private final String text;
        private final String store;

        Scheme(String text, String store) {
            this.text = text;
            this.store = store;
        }

        static Scheme named(String text) throws UnverifiedException {
            for (Scheme scheme : values()) {
                if (scheme.text.equals(text)) {
                    return scheme;
                }
            }
            throw new UnverifiedException("the signing scheme \"" + text + "\" is not known");
        }

        /** The kind of trust store that its certificates are in. */
        String store() {
            return store;
        }
    }

    /**
     * What is signed besides the statement.
     *
     * @param signedAt when the signer says that it was; proven by nothing
     * @param expires when it is of no use any more
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // most signatures never end
    record Headers(Scheme scheme, Instant signedAt, Optional<Instant> expires) {}

    /** Reads and checks an envelope: the signature is of the first certificate, and each certificate of the next. */
    static Envelope read(String mediaType, byte[] bytes) throws UnverifiedException {
        return switch (mediaType) {
            case JWS -> JwsEnvelope.read(bytes);
            case COSE -> CoseEnvelope.read(bytes);
            default -> throw new UnverifiedException("the signature is of the unknown kind \"" + mediaType + "\"");
        };
    }

    /** Refuses what the signature is not of. */
    static void requireSigned(
            Optional<SigningAlgorithm> algorithm, List<X509Certificate> chain, byte[] message, byte[] signature)
            throws UnverifiedException {
        CodeSigningChain.require(chain);
        SigningAlgorithm wanted = SigningAlgorithm.of(chain.getFirst().getPublicKey())
                .orElseThrow(() -> new UnverifiedException(
                        "the signer's key is none of RSA with 2048, 3072, 4096 bits and ECDSA on P-256, P-384, P-521"));
        if (algorithm.isEmpty() || algorithm.get() != wanted) {
            throw new UnverifiedException("the signature's algorithm is not " + wanted + ", which its key asks for");
        }
        if (!wanted.signed(chain.getFirst().getPublicKey(), message, signature)) {
            throw new UnverifiedException("signature is invalid");
        }
    }
}
