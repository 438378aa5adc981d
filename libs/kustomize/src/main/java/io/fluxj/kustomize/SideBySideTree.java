package io.fluxj.kustomize;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Several trees, each a directory of the root under its name. They stay jails: a path leads from one to another through the root, a
 * symbolic link does not.
 */
public final class SideBySideTree implements FileTree {

    private final SortedMap<String, FileTree> trees;

    /**
     * Lays trees side by side.
     *
     * @param trees by the names of their directories, which have no {@code /}
     */
    public SideBySideTree(SortedMap<String, FileTree> trees) {
        trees.keySet().forEach(SideBySideTree::requireName);
        this.trees = new TreeMap<>(trees);
    }

    private static void requireName(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.contains("/")) {
            throw new IllegalArgumentException("not the name of a directory: " + name);
        }
    }

    /** A path by the tree that it leads into; the name is empty for the root. */
    private record Place(String name, String below) {

        static Place of(String path) throws IOException {
            String normal = normal(path);
            if (path.startsWith("/") || normal.equals("..") || normal.startsWith("../")) {
                throw new PathOutsideTreeException(path);
            }
            int slash = normal.indexOf('/');
            return slash < 0
                    ? new Place(normal, "")
                    : new Place(normal.substring(0, slash), normal.substring(slash + 1));
        }

        private static String normal(String path) throws IOException {
            try {
                return Path.of(path).normalize().toString().replace('\\', '/');
            } catch (InvalidPathException e) {
                throw new NoSuchFileException(path, null, "is not a valid path");
            }
        }
    }

    private FileTree tree(Place place, String path) throws IOException {
        FileTree tree = trees.get(place.name());
        if (tree == null) {
            throw new NoSuchFileException(path);
        }
        return tree;
    }

    @Override
    public byte[] readBytes(String path, long maxBytes) throws IOException {
        Place place = Place.of(path);
        if (place.name().isEmpty()) {
            throw new FileSystemException(path, null, "is not a file");
        }
        return tree(place, path).readBytes(place.below(), maxBytes);
    }

    @Override
    public boolean isFile(String path) {
        try {
            Place place = Place.of(path);
            return !place.name().isEmpty() && tree(place, path).isFile(place.below());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean isDirectory(String path) {
        try {
            Place place = Place.of(path);
            return place.name().isEmpty() || tree(place, path).isDirectory(place.below());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<String> list(String path) throws IOException {
        Place place = Place.of(path);
        return place.name().isEmpty()
                ? List.copyOf(trees.keySet())
                : tree(place, path).list(place.below());
    }

    @Override
    public String resolve(String path) throws IOException {
        Place place = Place.of(path);
        if (place.name().isEmpty()) {
            return "";
        }
        String below = tree(place, path).resolve(place.below());
        return below.isEmpty() ? place.name() : place.name() + "/" + below;
    }
}
