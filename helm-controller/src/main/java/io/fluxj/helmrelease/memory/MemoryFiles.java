package io.fluxj.helmrelease.memory;

import io.fluxj.helmrelease.options.MemoryBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the kernel tells of a control group's memory.
 *
 * @param limit how many bytes it may use
 * @param use how many it uses
 */
record MemoryFiles(Path limit, Path use) {
    private static final Path GROUP = Path.of("/sys/fs/cgroup");
    private static final List<Path> LIMITS =
            List.of(GROUP.resolve("memory.max"), GROUP.resolve("memory/memory.limit_in_bytes"));
    private static final List<Path> USES =
            List.of(GROUP.resolve("memory.current"), GROUP.resolve("memory/memory.usage_in_bytes"));
    private static final String UNLIMITED = "max";

    /** @throws IllegalArgumentException when there are none */
    static MemoryFiles of(MemoryBounds bounds) {
        return new MemoryFiles(
                file("--oom-watch-max-memory-path", bounds.limitFile(), LIMITS),
                file("--oom-watch-current-memory-path", bounds.useFile(), USES));
    }

    private static Path file(String flag, String given, List<Path> usual) {
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        return usual.stream()
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the gate OOMWatch needs a file of the control group: none of "
                                + usual + " is there; set " + flag));
    }

    /** Percent of the limit that are in use; 0 without a limit. */
    long percent() throws IOException {
        String most = read(limit);
        return most.equals(UNLIMITED) ? 0 : number(use, read(use)) * 100 / Math.max(1, number(limit, most));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    private static long number(Path file, String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IOException(file + " holds no number of bytes", wrong);
        }
    }
}
