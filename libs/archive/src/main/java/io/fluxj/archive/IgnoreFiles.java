package io.fluxj.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Reads the {@code .sourceignore} files of a tree: a folder's own before those of its members, members by name. */
public final class IgnoreFiles {
    /** The name of such a file. */
    public static final String NAME = ".sourceignore";

    private static final long LARGEST = 1 << 20;

    private IgnoreFiles() {}

    /**
     * All of them but those inside {@code .git} folders. Links are not followed, unless the file itself is a link to a file
     * inside the root.
     *
     * @throws IOException when a file cannot be read or has more than a MiB
     */
    public static List<IgnoreText> in(Path root) throws IOException {
        List<IgnoreText> found = new ArrayList<>();
        Deque<Path> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            Path folder = pending.pop();
            Path file = folder.resolve(NAME);
            if (Files.isRegularFile(file) && staysInside(root, file)) {
                found.add(new IgnoreText(root.relativize(folder).toString(), read(root, file)));
            }
            folders(folder).forEach(pending::push);
        }
        return List.copyOf(found);
    }

    private static boolean staysInside(Path root, Path file) throws IOException {
        return !Files.isSymbolicLink(file) || file.toRealPath().startsWith(root.toRealPath());
    }

    private static String read(Path root, Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(root.relativize(file) + " has more than " + LARGEST + " bytes");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** The last first, as a stack wants them. */
    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> members = Files.list(folder)) {
            return members.filter(member -> Files.isDirectory(member, LinkOption.NOFOLLOW_LINKS)
                            && !member.getFileName().toString().equals(".git"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
