package io.fluxj.api.source.v1;

import io.fluxj.api.json.Absent;
import io.fluxj.api.json.JsonRecord;
import io.fluxj.api.json.UnknownFields;
import io.fluxj.api.meta.LocalObjectReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays the artifact of another GitRepository into this one.
 *
 * @param repository The other GitRepository, in the same namespace.
 * @param fromPath Directory in the other artifact to copy. The whole artifact when not set.
 * @param toPath Directory in this artifact to copy to. Defaults to the name of the other GitRepository.
 * @param unknown fields that this version of the class does not know; written back as they were read
 */
@JsonRecord
public record GitRepositoryInclude(
        LocalObjectReference repository,
        @Nullable String fromPath,
        @Nullable String toPath,
        @UnknownFields Map<String, Object> unknown)
        implements GitRepositoryIncludeBuilder.With {

    /** Keeps collections unmodifiable, and tells absent ones from empty ones. */
    public GitRepositoryInclude {
        unknown = Absent.copy(unknown);
    }

    /**
     * Starts an empty value.
     *
     * @return a builder with nothing set
     */
    public static GitRepositoryIncludeBuilder builder() {
        return GitRepositoryIncludeBuilder.builder();
    }
}
