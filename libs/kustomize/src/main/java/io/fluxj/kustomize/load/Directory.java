package io.fluxj.kustomize.load;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.FileTooLargeException;
import io.fluxj.kustomize.FileTree;
import io.fluxj.kustomize.LoadRestrictions;
import io.fluxj.kustomize.PathOutsideTreeException;
import io.fluxj.kustomize.RemoteBases.RemoteBase;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory of one kustomization: reads its files and opens its bases. */
public final class Directory {

    private static final int LONGEST_CHAIN = 150;

    private final FileTree tree;
    private final String path;
    private final BuildOptions options;
    private final LoadRestrictions restrictions;
    private final InputLog log;
    private final @Nullable Directory referrer;
    private final @Nullable Remote remote;

    /** A repository that was fetched. */
    private record Remote(String url, RemoteBase base) {}

    private Directory(
            FileTree tree,
            String path,
            BuildOptions options,
            LoadRestrictions restrictions,
            InputLog log,
            @Nullable Directory referrer,
            @Nullable Remote remote) {
        this.tree = tree;
        this.path = path;
        this.options = options;
        this.restrictions = restrictions;
        this.log = log;
        this.referrer = referrer;
        this.remote = remote;
    }

    /** The directory that a build begins with. */
    public static Directory entry(FileTree tree, String directory, BuildOptions options, InputLog log) {
        String place = TreePaths.join("", directory);
        String real = confirm(tree, place, directory);
        return new Directory(tree, real, options, options.loadRestrictions(), log, null, null);
    }

    /** Path in the tree, without symbolic links; for remote directories with the URL before it. */
    public String path() {
        return path;
    }

    public InputLog log() {
        return log;
    }

    /** A path for people: that of a file in this directory. */
    public String describe(String name) {
        String place = TreePaths.join(path, name);
        return remote == null ? place : remote.url() + " " + place;
    }

    private static String confirm(FileTree tree, String place, String written) {
        try {
            String real = tree.resolve(place);
            if (!tree.isDirectory(real)) {
                throw BuildException.because("'" + written + "' is a file, not a directory")
                        .hint("name the directory that holds the kustomization file");
            }
            return real;
        } catch (IOException e) {
            throw failure(e, written, "directory");
        }
    }

    /** Opens a base or component of this directory. */
    public Directory open(String base) {
        if (base.isEmpty()) {
            throw BuildException.because("empty path").hint("remove the empty entry");
        }
        if (RemoteUrl.isRepository(base)) {
            return fetch(base);
        }
        if (base.startsWith("/") && !base.startsWith("//")) {
            throw BuildException.because("a base cannot be given by the absolute path '" + base + "'")
                    .hint("use a path relative to the kustomization file");
        }
        String real = confirm(tree, TreePaths.join(path, base), base);
        refuseCycle(real);
        return new Directory(tree, real, options, restrictions, log, this, null);
    }

    private void refuseCycle(String candidate) {
        int chained = 0;
        StringBuilder chain = new StringBuilder(name(candidate));
        for (Directory visited = this; visited != null; visited = visited.referrer) {
            if (++chained > LONGEST_CHAIN) {
                throw BuildException.because("bases refer to bases more than " + LONGEST_CHAIN + " overlays deep")
                        .hint("flatten the overlays");
            }
            if (visited.tree == tree) {
                chain.insert(0, name(visited.path) + " -> ");
                if (TreePaths.isInOrBelow(visited.path, candidate)) {
                    throw BuildException.because("cycle: " + chain + ": '" + name(candidate) + "' is or contains '"
                                    + name(visited.path) + "', which refers to it")
                            .hint("a base must not lie above or be the overlay that uses it");
                }
            }
        }
    }

    private static String name(String directory) {
        return directory.isEmpty() ? "." : directory;
    }

    private Directory fetch(String url) {
        for (Directory visited = this; visited != null; visited = visited.referrer) {
            if (visited.remote != null && visited.remote.url().startsWith(url)) {
                throw BuildException.because("cycle: '" + url + "' is referred to by '" + visited.remote.url() + "'");
            }
        }
        try {
            RemoteBase base = options.remoteBases().fetchBase(url);
            String real = confirm(base.tree(), TreePaths.join("", base.directory()), base.directory());
            return new Directory(
                    base.tree(), real, options, LoadRestrictions.ROOT_ONLY, log, this, new Remote(url, base));
        } catch (IOException e) {
            throw BuildException.because("remote base '" + url + "': " + e.getMessage())
                    .hint("keep the base in the same repository, or allow remote bases")
                    .causedBy(e);
        }
    }

    /** The repository that this directory was fetched from, if it was. */
    public Optional<RemoteBase> repository() {
        return remote == null ? Optional.empty() : Optional.of(remote.base());
    }

    /** Whether the path names something that cannot be opened as a base, because it is a file here. */
    public boolean hasFile(String name) {
        return !RemoteUrl.isFile(name) && tree.isFile(TreePaths.join(path, name));
    }

    /** Whether the path names a directory here. */
    public boolean hasDirectory(String name) {
        return !name.isEmpty() && tree.isDirectory(TreePaths.join(path, name));
    }

    /** The content of a file, or empty if there is no such file. */
    public Optional<byte[]> loadIfPresent(String name) {
        String place = TreePaths.join(path, name);
        if (!tree.isFile(place)) {
            log.missing(describe(name));
            return Optional.empty();
        }
        return Optional.of(load(name));
    }

    /**
     * The content of a file.
     *
     * @param name path relative to this directory, or URL
     */
    public byte[] load(String name) {
        try {
            if (RemoteUrl.isFile(name)) {
                return noted(name, options.remoteBases().fetchFile(name));
            }
            String place = allowed(name);
            return noted(describePlace(place), tree.readBytes(place, log.allowance()));
        } catch (IOException e) {
            throw failure(e, name, "file");
        }
    }

    /** With the whole address of the repository, by which one tells that it was remote; the reference as it was written may lack the scheme. */
    private String describePlace(String place) {
        return remote == null ? place : remote.base().repository() + " " + place;
    }

    private byte[] noted(String place, byte[] content) throws IOException {
        if (content.length > log.allowance()) {
            throw new FileTooLargeException(place, log.allowance());
        }
        log.read(place, content);
        return content;
    }

    private String allowed(String name) throws IOException {
        if (name.startsWith("/") && !options.absolutePaths()) {
            throw new PathOutsideTreeException(name);
        }
        String place = name.startsWith("/") ? TreePaths.join("", name) : TreePaths.join(path, name);
        if (restrictions == LoadRestrictions.NONE) {
            return place;
        }
        String real = tree.resolve(place);
        if (!TreePaths.isInOrBelow(TreePaths.parent(real), path)) {
            throw new OutsideDirectoryException(name, TreePaths.join("", path));
        }
        return real;
    }

    private static BuildException failure(IOException e, String name, String wanted) {
        if (e instanceof NoSuchFileException) {
            return BuildException.because("no such " + wanted + ": '" + name + "'")
                    .hint("check the spelling, and that it is committed, not ignored, and no symbolic link")
                    .causedBy(e);
        }
        if (e instanceof PathOutsideTreeException) {
            return BuildException.because("'" + name + "' leads outside the root of the source")
                    .hint("everything that a build uses has to lie in the same source")
                    .causedBy(e);
        }
        if (e instanceof FileTooLargeException) {
            return BuildException.because("'" + name + "' is too large for what the build may still read")
                    .hint("leave large files out of the build")
                    .causedBy(e);
        }
        String message = String.valueOf(e.getMessage());
        String what = message.contains(name) ? message : "cannot read '" + name + "': " + message;
        BuildException failure = BuildException.because(what).causedBy(e);
        return e instanceof OutsideDirectoryException
                ? failure.hint("move it, or build with LoadRestrictionsNone")
                : failure.hint("see that it is there and can be read, and that the build is allowed to");
    }
}
