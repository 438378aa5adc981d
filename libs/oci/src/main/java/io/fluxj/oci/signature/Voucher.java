package io.fluxj.oci.signature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Says whether a signature was made by somebody that is trusted. */
public interface Voucher {
    /**
     * Of an envelope in a bundle.
     *
     * @param bundle all of it, with what shows who made it
     * @param payload what the envelope carries
     * @param message what is signed of it
     * @throws UnverifiedException when it was not; the message says why, and is empty when there is nothing to say
     */
    void requireOfEnvelope(JsonNode bundle, byte[] payload, byte[] message, byte[] signature)
            throws UnverifiedException;

    /**
     * Of a statement in cosign's older form.
     *
     * @param annotations that stand beside it
     * @throws UnverifiedException as above
     */
    void requireOfStatement(Map<String, String> annotations, byte[] statement, byte[] signature)
            throws UnverifiedException;
}
