package io.fluxj.sops;

/** What is made of the code over all values. */
public enum MacPolicy {
    /** A file without it, or one that it does not fit to, is refused. As sops does. */
    REQUIRED,
    /** A file without it is decrypted, and the result says so. */
    REQUIRED_IF_PRESENT,
    /** It is not looked at. As Flux does. */
    IGNORED
}
