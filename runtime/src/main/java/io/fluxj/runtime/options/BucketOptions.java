package io.fluxj.runtime.options;

import picocli.CommandLine.Option;

/** {@code --storage-type} and {@code --storage-s3-*}, flags of Fluxj's own. */
public final class BucketOptions {
    private static final String S3 = "s3";

    @Option(
            names = "--storage-type",
            defaultValue = "filesystem",
            paramLabel = "TYPE",
            description =
                    "filesystem, or s3: then each artifact lies in a bucket too, from where a replica that lacks it"
                            + " gets it.")
    private String type = "";

    @Option(
            names = "--storage-s3-bucket",
            defaultValue = "",
            paramLabel = "NAME",
            description = "The bucket of --storage-type=s3, which is there already.")
    private String bucket = "";

    @Option(
            names = "--storage-s3-prefix",
            defaultValue = "",
            paramLabel = "PREFIX",
            description = "What the keys of all artifacts begin with; end it with a slash.")
    private String prefix = "";

    @Option(
            names = "--storage-s3-region",
            defaultValue = "",
            paramLabel = "REGION",
            description = "Region of the bucket; by default that of the environment.")
    private String region = "";

    @Option(
            names = "--storage-s3-endpoint",
            defaultValue = "",
            paramLabel = "URL",
            description =
                    "Address of the server, such as https://minio.example; by default that of Amazon in the region.")
    private String endpoint = "";

    /**
     * Whether artifacts lie in a bucket too.
     *
     * @throws IllegalArgumentException when the flags contradict each other
     */
    public boolean isUsed() {
        boolean used = type.equals(S3);
        if (!used && !type.equals("filesystem")) {
            throw new IllegalArgumentException("--storage-type is filesystem or s3, not '" + type + "'");
        }
        if (used && bucket.isEmpty()) {
            throw new IllegalArgumentException("--storage-type=s3 needs --storage-s3-bucket");
        }
        if (!used && !(bucket + prefix + region + endpoint).isEmpty()) {
            throw new IllegalArgumentException("--storage-s3-* have no effect without --storage-type=s3");
        }
        return used;
    }

    /** Name of the bucket. */
    public String bucket() {
        return bucket;
    }

    /** What all keys begin with. */
    public String prefix() {
        return prefix;
    }

    /** Its region; empty when not given. */
    public String region() {
        return region;
    }

    /** Address of the server; empty when not given. */
    public String endpoint() {
        return endpoint;
    }
}
