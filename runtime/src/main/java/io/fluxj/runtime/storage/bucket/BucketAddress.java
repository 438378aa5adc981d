package io.fluxj.runtime.storage.bucket;

import io.fluxj.runtime.bucket.s3.S3Place;
import io.fluxj.runtime.options.BucketOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where the bucket of a storage is. */
final class BucketAddress {
    private static final Pattern ADDRESS = Pattern.compile("(https?)://([^/?#@]+)/?");

    private BucketAddress() {}

    /**
     * The place.
     *
     * @param region that is asked where the flags name no server; may be empty
     * @throws IllegalArgumentException naming the flag that is wrong
     */
    static S3Place place(BucketOptions options, String region) {
        String given = options.endpoint().isEmpty() ? amazon(region) : options.endpoint();
        Matcher address = ADDRESS.matcher(given);
        if (!address.matches()) {
            throw new IllegalArgumentException(
                    "--storage-s3-endpoint is an address with https:// or http:// and a host, not '" + given + "'");
        }
        try {
            return new S3Place(address.group(1), address.group(2), options.bucket());
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    String.valueOf(unusable.getMessage())
                            .replace("spec.endpoint", "the host of --storage-s3-endpoint")
                            .replace("spec.bucketName", "--storage-s3-bucket"),
                    unusable);
        }
    }

    private static String amazon(String region) {
        if (region.isEmpty()) {
            return "https://s3.amazonaws.com";
        }
        return "https://s3." + region + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    }
}
