package io.fluxj.runtime.identity;

/**
 * Credentials for AWS.
 *
 * @param accessKey id of the key
 * @param secretKey shown by nothing
 * @param sessionToken goes along with a key for some time; empty for one that lasts
 */
public record AwsCredentials(String accessKey, String secretKey, String sessionToken) {
    /** Without secrets. */
    @Override
    public String toString() {
        return "AwsCredentials[" + accessKey + "]";
    }
}
