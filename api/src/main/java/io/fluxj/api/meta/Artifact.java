package io.fluxj.api.meta;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.Rfc3339;
import io.fluxj.api.json.UnknownFields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A packed state of a source, served over HTTP inside the cluster.
 *
 * @param path Where the file lies in the store of the controller that made it, as kind/namespace/name/file. To fetch it use the url.
 * @param url HTTP address of the file within the cluster.
 * @param revision Human-readable state of the source that was packed, such as main&#64;sha1:4a1f0d9 or 1.2.3&#64;sha256:9f86d08.
 * @param digest Digest of the file, as algorithm:hex, such as sha256:9f86d08. What is fetched must match it.
 * @param lastUpdateTime When this artifact was made, in UTC with whole seconds.
 * @param size Size of the file in bytes.
 * @param metadata What upstream says of this revision, such as the annotations of an OCI image.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record Artifact(
        String path,
        String url,
        String revision,
        String digest,
        @Rfc3339 Instant lastUpdateTime,
        @Nullable Long size,
        Map<String, String> metadata,
        @UnknownFields Map<String, Object> unknown)
        implements ArtifactBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public Artifact {
        metadata = Absent.copy(metadata);
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static ArtifactBuilder builder() {
        return ArtifactBuilder.builder();
    }
}
