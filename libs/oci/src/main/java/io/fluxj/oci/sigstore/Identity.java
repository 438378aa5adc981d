package io.fluxj.oci.sigstore;

import java.util.function.Predicate;

/**
 * Who may sign.
 *
 * @param issuer who vouched for the signer, as the certificate tells it
 * @param subject the signer, as the certificate tells it
 */
public record Identity(Predicate<String> issuer, Predicate<String> subject) {}
