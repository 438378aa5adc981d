package io.fluxj.kustomize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Files laid over another tree, which stays as it is: a generated kustomization.yaml over an unpacked artifact that many builds share.
 * Laid files shadow those beneath and bring their directories with them; they are no symbolic links.
 */
public final class OverlayTree implements FileTree {

    private final FileTree base;
    private final Map<String, byte[]> files;

    /**
     * Lays files over a tree.
     *
     * @param files normal paths ({@code a/b.yaml}, no leading {@code /}, no {@code ..}) to content; the arrays must not be changed later
     */
    public OverlayTree(FileTree base, Map<String, byte[]> files) {
        this.base = base;
        this.files = Map.copyOf(files);
        for (String path : files.keySet()) {
            if (!path.equals(normal(path)) || path.isEmpty() || path.startsWith("..")) {
                throw new IllegalArgumentException("not a normal path: " + path);
            }
        }
    }

    @Override
    public byte[] readBytes(String path, long maxBytes) throws IOException {
        byte[] laid = files.get(place(path));
        if (laid == null) {
            return base.readBytes(path, maxBytes);
        }
        if (laid.length > maxBytes) {
            throw new FileTooLargeException(path, maxBytes);
        }
        return laid.clone();
    }

    @Override
    public boolean isFile(String path) {
        return files.containsKey(place(path)) || base.isFile(path);
    }

    @Override
    public boolean isDirectory(String path) {
        return base.isDirectory(path) || hasLaidBelow(place(path));
    }

    @Override
    public List<String> list(String path) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        String place = place(path);
        if (base.isDirectory(path)) {
            names.addAll(base.list(path));
        } else if (!hasLaidBelow(place)) {
            return base.list(path);
        }
        String prefix = place.isEmpty() ? "" : place + "/";
        for (String file : files.keySet()) {
            if (file.startsWith(prefix)) {
                String rest = file.substring(prefix.length());
                names.add(rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest);
            }
        }
        return List.copyOf(names);
    }

    @Override
    public String resolve(String path) throws IOException {
        String place = place(path);
        return files.containsKey(place) || hasLaidBelow(place) ? place : base.resolve(path);
    }

    private boolean hasLaidBelow(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return files.keySet().stream().anyMatch(file -> file.startsWith(prefix));
    }

    /** Where a path leads: its directory may be reached through links of the base, so that part is resolved there. */
    private String place(String path) {
        String normal = normal(path);
        if (files.containsKey(normal)) {
            return normal;
        }
        int slash = normal.lastIndexOf('/');
        if (slash < 0) {
            return normal;
        }
        try {
            String directory = base.resolve(normal.substring(0, slash));
            String name = normal.substring(slash + 1);
            return directory.isEmpty() ? name : directory + "/" + name;
        } catch (IOException e) {
            return normal;
        }
    }

    private static String normal(String path) {
        return Path.of(path).normalize().toString().replace('\\', '/');
    }
}
