package io.fluxj.helmrelease.postrender;

import io.fluxj.kustomize.FileTree;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** A tree without files, beneath those that are laid over it. */
record NoFiles() implements FileTree {

    @Override
    public byte[] readBytes(String path, long maxBytes) throws IOException {
        throw new NoSuchFileException(path);
    }

    @Override
    public boolean isFile(String path) {
        return false;
    }

    @Override
    public boolean isDirectory(String path) {
        return false;
    }

    @Override
    public List<String> list(String path) throws IOException {
        throw new NoSuchFileException(path);
    }

    @Override
    public String resolve(String path) throws IOException {
        throw new NoSuchFileException(path);
    }
}
