package io.fluxj.runtime.bucket.s3;

import java.io.IOException;

/** The server refused a request. */
public final class S3Exception extends IOException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String region;

    S3Exception(String code, String message, String region) {
        super(message);
        this.code = code;
        this.region = region;
    }

    /** What is wrong, in one word of S3, such as {@code NoSuchKey}; empty when the server did not say. */
    public String code() {
        return code;
    }

    /** Where the server says that the bucket is; empty when it did not say. */
    String region() {
        return region;
    }
}
