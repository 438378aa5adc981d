package io.fluxj.watcher.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Adler32;

/** The name of an artifact's file: a number that depends on the names and bytes of its files. Source: flags-endpoints §4; behaviour §7. */
public final class TreeHash {
    private static final int BUFFER = 1 << 16;

    private TreeHash() {}

    /**
     * The number of a tree.
     *
     * @param name of the artifact, which goes into it
     * @throws CopyException when a file's name has a line break
     */
    public static long of(Path root, String name) throws IOException {
        Adler32 all = new Adler32();
        for (String file : files(root)) {
            if (file.contains("\n")) {
                throw new CopyException("filenames with newlines are not supported");
            }
            Interruption.check();
            String line = Long.toHexString(hash(root.resolve(file))) + "  " + name + "/" + file + "\n";
            all.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return all.getValue();
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> walked = Files.walk(root)) {
            return walked.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> root.relativize(path).toString())
                    .sorted((one, other) -> Arrays.compareUnsigned(
                            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    private static long hash(Path file) throws IOException {
        Adler32 hash = new Adler32();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.update(buffer, 0, read);
            }
        }
        return hash.getValue();
    }
}
