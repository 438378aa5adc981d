package io.fluxj.kustomize;

import java.io.IOException;

/** No build goes to the network unless its caller says so. */
record RefusedRemoteBases() implements RemoteBases {

    @Override
    public RemoteBase fetchBase(String url) throws IOException {
        throw new IOException("remote bases are not allowed in this build");
    }

    @Override
    public byte[] fetchFile(String url) throws IOException {
        throw new IOException("remote files are not allowed in this build");
    }
}
