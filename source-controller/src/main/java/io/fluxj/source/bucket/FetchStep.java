package io.fluxj.source.bucket;

import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.BucketStatus;
import io.fluxj.archive.IgnoreRules;
import io.fluxj.archive.IgnoreText;
import io.fluxj.net.http.Deadline;
import io.fluxj.net.http.HttpReader;
import io.fluxj.runtime.bucket.ObjectBucket;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.SourceReason;
import io.fluxj.source.artifact.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists the bucket, and fetches its objects if there may be new ones. */
final class FetchStep {
    static final String IGNORE_FILE = ".sourceignore";
    private static final long LONGEST_IGNORE_FILE = 1 << 20;

    private final BucketParts.Limits limits;

    FetchStep(BucketParts parts) {
        this.limits = parts.limits();
    }

    /** Connects to the bucket, which must be there. */
    ObjectBucket open(Pass<Bucket, BucketStatus> pass, BucketSource source) throws Failure, InterruptedException {
        String name = source.name();
        try {
            HttpReader http = HttpReader.open(source.tls(), source.route().proxies());
            try {
                return pass.transferring(
                                pass.outdated(), () -> source.finder().find(http, Deadline.in(source.timeout())))
                        .orElseThrow(() -> failed("bucket '" + name + "' not found", null));
            } catch (IOException | Failure | InterruptedException failed) {
                http.close();
                throw failed;
            }
        } catch (GeneralSecurityException unusable) {
            throw Retryable.of(SourceReason.AUTHENTICATION_FAILED, String.valueOf(unusable.getMessage()), unusable)
                    .marking(SourceCondition.FETCH_FAILED);
        } catch (IOException failed) {
            throw failed("failed to confirm existence of '" + name + "' bucket: " + failed.getMessage(), failed);
        }
    }

    /** The objects that are wanted; the file with what is not is put into the folder. */
    TagIndex list(Pass<Bucket, BucketStatus> pass, ObjectBucket bucket, WorkFolder folder, Duration timeout)
            throws Failure, InterruptedException {
        Deadline deadline = Deadline.in(timeout);
        IgnoreRules rules = rules(pass, bucket, folder, deadline);
        TagIndex index = new TagIndex(limits.objects());
        String prefix = Objects.requireNonNullElse(pass.object().getSpec().prefix(), "");
        try {
            pass.transferring(pass.outdated(), () -> {
                bucket.list(prefix, (key, tag) -> visit(index, rules, key, tag), deadline);
                return index;
            });
            return index;
        } catch (IOException failed) {
            throw failed(
                    "indexation of objects from bucket '"
                            + pass.object().getSpec().bucketName() + "' failed: " + failed.getMessage(),
                    failed);
        }
    }

    /** Keys that end with a slash stand for folders; none of them is a file. Source: behaviour §1.2. */
    private static void visit(TagIndex index, IgnoreRules rules, String key, String tag) throws IOException {
        if (!key.endsWith("/") && !key.equals(IGNORE_FILE) && !rules.ignores(key, false)) {
            index.add(key, tag);
        }
    }

    private IgnoreRules rules(
            Pass<Bucket, BucketStatus> pass, ObjectBucket bucket, WorkFolder folder, Deadline deadline)
            throws Failure, InterruptedException {
        Path file = folder.path().resolve(IGNORE_FILE);
        List<IgnoreText> texts = new ArrayList<>();
        try {
            Fetching fetching = new Fetching(bucket, folder.path(), new BucketParts.Limits(1, LONGEST_IGNORE_FILE, 1));
            boolean there = pass.transferring(pass.outdated(), () -> fetching.to(IGNORE_FILE, file, deadline))
                    .isPresent();
            if (there) {
                texts.add(IgnoreText.atRoot(Files.readString(file)));
            }
        } catch (IOException failed) {
            throw failed("failed to get Etag for '" + IGNORE_FILE + "' object: " + failed.getMessage(), failed);
        }
        String own = pass.object().getSpec().ignore();
        if (own != null) {
            texts.add(IgnoreText.atRoot(own));
        }
        return IgnoreRules.only(texts);
    }

    /** Whether the stored artifact is of these very objects. */
    static boolean isStored(Pass<Bucket, BucketStatus> pass, TagIndex index) {
        Artifact artifact = pass.status().artifact();
        return artifact != null && artifact.revision().equals(index.revision().toString());
    }

    /** Writes the objects into the folder, and says that they are new ones. */
    void fetch(
            Pass<Bucket, BucketStatus> pass, ObjectBucket bucket, TagIndex index, WorkFolder folder, Duration timeout)
            throws Failure, InterruptedException {
        Fetching fetching = new Fetching(bucket, folder.path(), limits);
        try {
            pass.transferring(pass.outdated(), () -> {
                fetching.all(index, IGNORE_FILE, Deadline.in(timeout));
                return index;
            });
        } catch (IOException failed) {
            throw failed(
                    "fetch from bucket '" + pass.object().getSpec().bucketName() + "' failed: " + failed.getMessage(),
                    failed);
        }
        String message = "new upstream revision '" + index.revision() + "'";
        if (pass.status().artifact() != null) {
            pass.conditions().markTrue(SourceCondition.ARTIFACT_OUTDATED, SourceReason.NEW_REVISION, message);
        }
        pass.drifted("building artifact: " + message);
    }

    private static Retryable failed(String message, @Nullable IOException cause) {
        Retryable failed = cause == null
                ? Retryable.of(BucketReason.BUCKET_OPERATION_FAILED, message)
                : Retryable.of(BucketReason.BUCKET_OPERATION_FAILED, message, cause);
        return failed.marking(SourceCondition.FETCH_FAILED);
    }
}
