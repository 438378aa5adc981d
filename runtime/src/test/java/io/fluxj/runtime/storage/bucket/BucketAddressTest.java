package io.fluxj.runtime.storage.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxj.runtime.bucket.s3.S3Place;
import io.fluxj.runtime.options.BucketOptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BucketAddressTest {

    private static BucketOptions options(String... flags) {
        BucketOptions options = new BucketOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("bucket", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .parseArgs(flags);
        return options;
    }

    private static S3Place place(String region, String... flags) {
        return BucketAddress.place(options(flags), region);
    }

    @Test
    void isAmazonsOfTheRegionUnlessAServerIsNamed() {
        assertThat(place("eu-west-1", "--storage-s3-bucket=fleet"))
                .isEqualTo(new S3Place("https", "s3.eu-west-1.amazonaws.com", "fleet"));
        assertThat(place("cn-north-1", "--storage-s3-bucket=fleet"))
                .isEqualTo(new S3Place("https", "s3.cn-north-1.amazonaws.com.cn", "fleet"));
        assertThat(place("", "--storage-s3-bucket=fleet")).isEqualTo(new S3Place("https", "s3.amazonaws.com", "fleet"));
        assertThat(place("eu-west-1", "--storage-s3-bucket=fleet", "--storage-s3-endpoint=http://minio:9000/"))
                .isEqualTo(new S3Place("http", "minio:9000", "fleet"));
    }

    @Test
    void saysWhichFlagIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> place("", "--storage-s3-bucket=../x"))
                .withMessageStartingWith("--storage-s3-bucket is no name of a bucket");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> place("", "--storage-s3-bucket=fleet", "--storage-s3-endpoint=minio:9000"))
                .withMessageStartingWith("--storage-s3-endpoint is an address with https://");
    }

    @Test
    void flagsThatContradictEachOtherAreRefused() {
        assertThat(options().isUsed()).isFalse();
        assertThat(options("--storage-type=s3", "--storage-s3-bucket=fleet").isUsed())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--storage-type=s3").isUsed())
                .withMessage("--storage-type=s3 needs --storage-s3-bucket");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--storage-s3-bucket=fleet").isUsed())
                .withMessage("--storage-s3-* have no effect without --storage-type=s3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--storage-type=gcs").isUsed())
                .withMessage("--storage-type is filesystem or s3, not 'gcs'");
    }
}
