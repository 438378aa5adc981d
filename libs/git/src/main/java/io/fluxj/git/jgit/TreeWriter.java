package io.fluxj.git.jgit;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Writes a tree's files below a folder. The tree comes from a stranger: a name is one path element or refused, a file is
 * only ever created anew (so nothing is written through a link or twice), and what it may amount to is bounded.
 */
final class TreeWriter {
    private static final int LINKS_TOLD = 5;

    private final ObjectReader objects;
    private final FetchLimits limits;
    private final Deadline deadline;
    private final List<String> links = new ArrayList<>();
    private long files;
    private long bytes;

    TreeWriter(ObjectReader objects, FetchLimits limits, Deadline deadline) {
        this.objects = objects;
        this.limits = limits;
        this.deadline = deadline;
    }

    /** Writes everything below a tree into an existing folder. */
    void write(ObjectId tree, Path folder) throws IOException, GitException {
        write(tree, new Place(folder, "", 0));
    }

    /** A folder being written, with its path in the commit. */
    private record Place(Path folder, String path, int depth) {
        Place below(Path child, String name) {
            return new Place(child, path + name + "/", depth + 1);
        }
    }

    /** Paths of symbolic links that were left out, the first few. */
    List<String> links() {
        return List.copyOf(links);
    }

    private void write(ObjectId tree, Place place) throws IOException, GitException {
        require(
                place.depth() <= limits.depth(),
                "has more than " + limits.depth() + " folders within folders: " + ServerText.of(place.path()));
        for (CanonicalTreeParser entries = new CanonicalTreeParser(null, objects, tree);
                !entries.eof();
                entries = entries.next()) {
            writeEntry(entries, place);
        }
    }

    private void writeEntry(CanonicalTreeParser entry, Place place) throws IOException, GitException {
        deadline.check();
        files++;
        require(files <= limits.files(), "has more than " + limits.files() + " files and folders");
        String name = entry.getEntryPathString();
        Path path = child(place.folder(), name);
        try {
            switch (Kind.of(entry.getEntryFileMode())) {
                case FOLDER -> {
                    Files.createDirectory(path);
                    write(entry.getEntryObjectId(), place.below(path, name));
                }
                case EXECUTABLE -> writeFile(entry.getEntryObjectId(), path, true);
                case FILE -> writeFile(entry.getEntryObjectId(), path, false);
                case SUBMODULE -> Files.createDirectory(path);
                case LINK -> leaveOut(place.path() + name);
                case UNKNOWN -> {}
            }
        } catch (FileAlreadyExistsException twice) {
            throw new GitException(
                    Problem.REFUSED, "the commit has two entries named '" + ServerText.of(name) + "'", twice);
        }
    }

    private void leaveOut(String link) {
        if (links.size() < LINKS_TOLD) {
            links.add(ServerText.of(link));
        }
    }

    private void writeFile(ObjectId blob, Path path, boolean executable) throws IOException, GitException {
        ObjectLoader content = objects.open(blob);
        bytes += content.getSize();
        require(bytes <= limits.bytes(), "has more than " + limits.bytes() + " bytes");
        try (InputStream in = content.openStream();
                OutputStream out =
                        Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(out);
        }
        if (executable) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Path child(Path folder, String name) throws GitException {
        require(isOneElement(name), "has an entry with the unsafe name '" + ServerText.of(name) + "'");
        try {
            return folder.resolve(name);
        } catch (InvalidPathException unmappable) {
            throw new GitException(
                    Problem.REFUSED,
                    "the file name '" + ServerText.of(name)
                            + "' cannot be written in this process's locale; start it with LC_ALL=C.UTF-8",
                    unmappable);
        }
    }

    private static boolean isOneElement(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && !name.equalsIgnoreCase(".git")
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0;
    }

    private static void require(boolean holds, String otherwise) throws GitException {
        if (!holds) {
            throw new GitException(Problem.REFUSED, "the commit " + otherwise);
        }
    }

    private enum Kind {
        FOLDER,
        FILE,
        EXECUTABLE,
        SUBMODULE,
        LINK,
        UNKNOWN;

        static Kind of(FileMode mode) {
            return switch (mode.getObjectType()) {
                case Constants.OBJ_TREE -> FOLDER;
                case Constants.OBJ_COMMIT -> SUBMODULE;
                case Constants.OBJ_BLOB ->
                    FileMode.SYMLINK.equals(mode) ? LINK : FileMode.EXECUTABLE_FILE.equals(mode) ? EXECUTABLE : FILE;
                default -> UNKNOWN;
            };
        }
    }
}
