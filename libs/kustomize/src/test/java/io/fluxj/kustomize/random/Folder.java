package io.fluxj.kustomize.random;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One folder of the tree that is being made. */
record Folder(String path, Map<String, byte[]> files) {

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        files.put(path + "/" + name, bytes);
    }

    Folder beside(String name) {
        return new Folder(name, files);
    }
}
