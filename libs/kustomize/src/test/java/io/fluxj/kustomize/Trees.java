package io.fluxj.kustomize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small file trees for tests. */
final class Trees {

    private Trees() {}

    /** A tree of text files: path, content, path, content, ... */
    static FileTree of(String... pathsAndContents) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            files.put(pathsAndContents[i], pathsAndContents[i + 1]);
        }
        return of(files);
    }

    static FileTree of(Map<String, String> files) {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return ofBytes(bytes);
    }

    static FileTree ofBytes(Map<String, byte[]> files) {
        return new OverlayTree(new NoFiles(), files);
    }

    static String configMap(String name, String value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                data:
                  a: %s
                """.formatted(name, value);
    }

    static BuildResult build(FileTree tree) {
        return Kustomize.build(tree, "", BuildOptions.flux());
    }

    /** An empty tree. */
    private record NoFiles() implements FileTree {

        @Override
        public byte[] readBytes(String path, long maxBytes) throws IOException {
            throw new java.nio.file.NoSuchFileException(path);
        }

        @Override
        public boolean isFile(String path) {
            return false;
        }

        @Override
        public boolean isDirectory(String path) {
            return path.isEmpty();
        }

        @Override
        public List<String> list(String path) {
            return List.of();
        }

        @Override
        public String resolve(String path) throws IOException {
            if (path.isEmpty()) {
                return path;
            }
            if (path.startsWith("..")) {
                throw new PathOutsideTreeException(path);
            }
            throw new java.nio.file.NoSuchFileException(path);
        }
    }

    static String read(FileTree tree, String path) {
        try {
            return new String(tree.readBytes(path, 1 << 20), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
