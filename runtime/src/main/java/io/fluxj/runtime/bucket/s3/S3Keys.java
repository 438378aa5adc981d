package io.fluxj.runtime.bucket.s3;

/**
 * Who signs requests.
 *
 * @param access id of the key
 * @param secret the key
 * @param token of a session; empty for none
 */
public record S3Keys(String access, String secret, String token) {
    /** Without the key. */
    @Override
    public String toString() {
        return "S3Keys[access=" + access + "]";
    }
}
