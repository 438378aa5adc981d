package io.fluxj.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Packs a folder into a reproducible {@code tar.gz}: equal trees give equal bytes. Entries come in the order of a walk that
 * takes each folder's members by the bytes of their names, beginning with {@code .}; symbolic links, devices and the
 * like are left out, and links are never followed (reference: behaviour.md §1.1).
 */
public final class Archiver {
    private static final Comparator<Member> BY_NAME = Comparator.comparing(Member::nameBytes, Arrays::compareUnsigned);
    private static final Set<PosixFilePermission> EXECUTE = Set.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private Archiver() {}

    /**
     * What was written.
     *
     * @param digest the digest of the {@code tar.gz}
     * @param size its bytes
     * @param entries how many folders and files it holds
     */
    public record Archived(Digest digest, long size, int entries) {}

    /**
     * Packs a folder.
     *
     * @param root the folder
     * @param rules what to leave out; folders left out are still entered, for rules may let in what is below them
     * @param algorithm for the digest
     * @param target receives the archive; not closed
     * @throws IOException when reading or writing fails, or a file changes its size meanwhile
     */
    public static Archived archive(Path root, IgnoreRules rules, DigestAlgorithm algorithm, OutputStream target)
            throws IOException {
        HashingOutputStream hashing = new HashingOutputStream(target, algorithm);
        int entries;
        try (TarWriter tar = TarWriter.gzipped(hashing)) {
            entries = write(root, rules, tar);
        }
        return new Archived(hashing.digest(), hashing.size(), entries);
    }

    static int write(Path root, IgnoreRules rules, TarWriter tar) throws IOException {
        tar.folder(".");
        int entries = 1;
        Deque<Member> pending = new ArrayDeque<>();
        members(root, "").forEach(pending::push);
        while (!pending.isEmpty()) {
            Member member = pending.pop();
            PosixFileAttributes attributes = attributes(member.path());
            if (attributes.isDirectory()) {
                members(member.path(), member.name() + "/").forEach(pending::push);
            }
            if (isKept(member.name(), attributes, rules)) {
                write(member, attributes, tar);
                entries++;
            }
        }
        return entries;
    }

    private static boolean isKept(String name, PosixFileAttributes attributes, IgnoreRules rules) {
        return (attributes.isDirectory() || attributes.isRegularFile())
                && !rules.ignores(name, attributes.isDirectory());
    }

    private static void write(Member member, PosixFileAttributes attributes, TarWriter tar) throws IOException {
        if (attributes.isDirectory()) {
            tar.folder(member.name());
            return;
        }
        boolean executable = attributes.permissions().stream().anyMatch(EXECUTE::contains);
        try (InputStream content = Files.newInputStream(member.path(), LinkOption.NOFOLLOW_LINKS)) {
            tar.file(member.name(), executable, attributes.size(), content);
        }
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** A folder's members, the last first, as a stack wants them. */
    private static List<Member> members(Path folder, String prefix) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.map(path -> new Member(path, prefix + path.getFileName()))
                    .sorted(BY_NAME.reversed())
                    .toList();
        }
    }

    /** A file or folder on disk and its name in the archive. */
    private record Member(Path path, String name) {
        byte[] nameBytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }
    }
}
