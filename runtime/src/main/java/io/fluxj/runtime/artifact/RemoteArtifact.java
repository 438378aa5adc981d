package io.fluxj.runtime.artifact;

/**
 * Where an artifact is and what it must be. Source: behaviour §0.7.
 *
 * @param owner the source, {@code Kind/namespace/name}: what one was given is not handed out for another
 * @param url of the tar.gz, http or https
 * @param digest {@code algorithm:hex} of the file; bare hex means sha256
 * @param revision for messages
 */
public record RemoteArtifact(String owner, String url, String digest, String revision) {
    public RemoteArtifact {
        if (url.isEmpty() || digest.isEmpty()) {
            throw new IllegalArgumentException("an artifact needs a url and a digest");
        }
    }
}
