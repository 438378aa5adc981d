package io.fluxj.cli.build;

import io.fluxj.archive.IgnoreRules;
import io.fluxj.archive.IgnoreText;
import io.fluxj.kustomize.FileTree;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files without those that {@code .sourceignore} and the user leave out of what is built.
 *
 * @param files all of them
 * @param folder that is built, in {@code files}, with a slash at its end
 * @param rules by paths below that folder
 */
record IgnoringTree(FileTree files, String folder, IgnoreRules rules) implements FileTree {
    /**
     * Makes one.
     *
     * @param local where the folder lies on this machine
     * @param texts of the folder's own {@code .sourceignore} files
     * @param more patterns of the user
     */
    static FileTree of(FileTree files, Path local, List<IgnoreText> texts, List<String> more) {
        List<IgnoreText> all = new ArrayList<>(texts);
        if (!more.isEmpty()) {
            all.add(IgnoreText.atRoot(String.join("\n", more) + "\n"));
        }
        String folder = local.toString().replaceFirst("^/", "") + "/";
        return all.isEmpty() ? files : new IgnoringTree(files, folder, IgnoreRules.only(all));
    }

    /** Who leaves anything out leaves out what archives of Git leave out, too, as Flux's command line does. */
    private boolean isIgnored(String path, boolean isFolder) {
        return rules.ignores(path, isFolder)
                || IgnoreRules.withDefaults(List.of()).ignores(path, isFolder);
    }

    private boolean isLeftOut(String path, boolean isFolder) {
        String clean = path.replaceFirst("^/", "");
        return clean.startsWith(folder) && isIgnored(clean.substring(folder.length()), isFolder);
    }

    @Override
    public byte[] readBytes(String path, long maxBytes) throws IOException {
        if (isLeftOut(path, false)) {
            throw new NoSuchFileException(path);
        }
        return files.readBytes(path, maxBytes);
    }

    @Override
    public boolean isFile(String path) {
        return !isLeftOut(path, false) && files.isFile(path);
    }

    @Override
    public boolean isDirectory(String path) {
        return files.isDirectory(path);
    }

    @Override
    public List<String> list(String path) throws IOException {
        String prefix = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        return files.list(path).stream()
                .filter(name -> files.isDirectory(prefix + name) || !isLeftOut(prefix + name, false))
                .toList();
    }

    @Override
    public String resolve(String path) throws IOException {
        return files.resolve(path);
    }
}
