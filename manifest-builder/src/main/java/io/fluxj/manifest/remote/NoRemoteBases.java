package io.fluxj.manifest.remote;

import io.fluxj.kustomize.RemoteBases;
import java.io.IOException;

/** Fetches nothing: {@code --no-remote-bases}. */
public record NoRemoteBases() implements RemoteBases {

    private static final String WHY =
            "nothing is fetched from other places because the controller runs with --no-remote-bases";

    @Override
    public RemoteBase fetchBase(String url) throws IOException {
        throw new IOException(WHY);
    }

    @Override
    public byte[] fetchFile(String url) throws IOException {
        throw new IOException(WHY);
    }
}
