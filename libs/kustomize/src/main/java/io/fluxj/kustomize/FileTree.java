package io.fluxj.kustomize;

import java.io.IOException;
import java.util.List;

/**
 * The files that a build may see. Paths are separated by {@code /} and relative to the tree's root; the root is {@code ""}. A tree is a
 * jail: nothing outside its root can be named, neither by {@code ..} nor through a symbolic link.
 *
 * <p>An implementation is safe for use by several builds at once as long as nobody changes the files meanwhile.
 */
public interface FileTree {

    /**
     * The content of a file, symbolic links followed.
     *
     * @param maxBytes a longer file is refused without being read whole
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws PathOutsideTreeException if the path leads out of the tree
     * @throws FileTooLargeException if the file is longer than {@code maxBytes}
     * @throws IOException if it cannot be read, or is a directory
     */
    byte[] readBytes(String path, long maxBytes) throws IOException;

    /** Whether the path is a regular file, symbolic links followed; false for what lies outside. */
    boolean isFile(String path);

    /** Whether the path is a directory, symbolic links followed; false for what lies outside. */
    boolean isDirectory(String path);

    /**
     * The names in a directory, in code point order, without {@code .} and {@code ..}.
     *
     * @throws IOException if it is not a directory that can be read
     */
    List<String> list(String path) throws IOException;

    /**
     * The same place as a path without symbolic links, {@code .} and {@code ..}.
     *
     * @throws java.nio.file.NoSuchFileException if nothing is there
     * @throws PathOutsideTreeException if the path leads out of the tree
     * @throws IOException if the file system fails
     */
    String resolve(String path) throws IOException;
}
