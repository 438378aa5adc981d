package io.fluxj.runtime.source;

import io.fluxj.api.meta.Artifact;
import io.fluxj.runtime.artifact.RemoteArtifact;

/** A source together with the artifact that it offers now. */
public record ResolvedSource(SourceName name, Artifact artifact) {

    private static final String ORIGIN_REVISION = "org.opencontainers.image.revision";

    /** For example {@code main@sha1:4a1f0d9…}. */
    public String revision() {
        return artifact.revision();
    }

    /** Revision of the source's own source, empty when it is not told. */
    public String originRevision() {
        return artifact.metadata().getOrDefault(ORIGIN_REVISION, "");
    }

    /** What to fetch. */
    public RemoteArtifact remote() {
        return new RemoteArtifact(name.toString(), artifact.url(), artifact.digest(), artifact.revision());
    }
}
