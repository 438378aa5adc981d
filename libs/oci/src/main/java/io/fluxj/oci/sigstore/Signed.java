package io.fluxj.oci.sigstore;

import java.util.Optional;

/**
 * A signature and what it is of.
 *
 * @param message what is signed
 * @param payload what the message carries, where it is an envelope
 * @param signature its bytes
 */
@SuppressWarnings({"ArrayRecordComponent", "OptionalUsedAsFieldOrParameterType"
}) // never compared; most messages are no envelopes
public record Signed(byte[] message, Optional<byte[]> payload, byte[] signature) {}
