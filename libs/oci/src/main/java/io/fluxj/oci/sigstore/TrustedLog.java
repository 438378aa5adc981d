package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.TrustedKey;

/**
 * A log that is trusted.
 *
 * @param id the SHA-256 of its key in hexadecimal digits, or what the trusted root says in its place
 * @param key it signs with
 * @param span when it is trusted
 */
record TrustedLog(String id, TrustedKey key, Span span) {}
