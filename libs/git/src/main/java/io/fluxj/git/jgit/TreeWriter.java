package io.fluxj.git.jgit;

import io.fluxj.git.Checkout;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
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
    private final Checkout checkout;
    private final WriteBudget budget;
    private final Deadline deadline;
    private final List<String> links = new ArrayList<>();
    private final List<Gitlink> gitlinks = new ArrayList<>();

    TreeWriter(ObjectReader objects, Checkout checkout, WriteBudget budget, Deadline deadline) {
        this.objects = objects;
        this.checkout = checkout;
        this.budget = budget;
        this.deadline = deadline;
    }

    /** Writes what is wanted of a tree. */
    void write(ObjectId tree) throws IOException, GitException {
        write(tree, new Place(checkout.folder(), "", 0));
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

    /** Submodules, each of which is an empty folder. */
    List<Gitlink> gitlinks() {
        return List.copyOf(gitlinks);
    }

    private void write(ObjectId tree, Place place) throws IOException, GitException {
        budget.depth(place.depth(), place.path());
        for (CanonicalTreeParser entries = new CanonicalTreeParser(null, objects, tree);
                !entries.eof();
                entries = entries.next()) {
            writeEntry(entries, place);
        }
    }

    private void writeEntry(CanonicalTreeParser entry, Place place) throws IOException, GitException {
        deadline.check();
        budget.file();
        String name = entry.getEntryPathString();
        Path path = child(place.folder(), name);
        Kind kind = Kind.of(entry.getEntryFileMode());
        if (!isWanted(kind, place.path() + name)) {
            return;
        }
        try {
            switch (kind) {
                case FOLDER -> writeFolder(entry.getEntryObjectId(), place.below(path, name));
                case EXECUTABLE -> writeFile(entry.getEntryObjectId(), path, true);
                case FILE -> writeFile(entry.getEntryObjectId(), path, false);
                case SUBMODULE -> {
                    Files.createDirectory(path);
                    gitlinks.add(new Gitlink(
                            place.path() + name, entry.getEntryObjectId().name()));
                }
                case LINK -> leaveOut(place.path() + name);
                case UNKNOWN -> {}
            }
        } catch (FileAlreadyExistsException twice) {
            throw new GitException(
                    Problem.REFUSED, "the commit has two entries named '" + ServerText.of(name) + "'", twice);
        }
    }

    private boolean isWanted(Kind kind, String path) {
        return kind == Kind.FOLDER ? checkout.reaches(path + "/") : checkout.takes(path);
    }

    /** A folder of which nothing was wanted is none. */
    private void writeFolder(ObjectId tree, Place place) throws IOException, GitException {
        Files.createDirectory(place.folder());
        write(tree, place);
        if (!checkout.takes(place.path())) {
            removeIfEmpty(place.folder());
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException wanted) {
            // something of it was
        }
    }

    private void leaveOut(String link) {
        if (links.size() < LINKS_TOLD) {
            links.add(ServerText.of(link));
        }
    }

    private void writeFile(ObjectId blob, Path path, boolean executable) throws IOException, GitException {
        ObjectLoader content = objects.open(blob);
        budget.bytes(content.getSize());
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
        WriteBudget.require(isOneElement(name), "has an entry with the unsafe name '" + ServerText.of(name) + "'");
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
