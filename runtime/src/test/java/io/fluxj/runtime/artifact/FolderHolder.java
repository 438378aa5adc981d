package io.fluxj.runtime.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that has a folder, says which, and does nothing more. */
final class FolderHolder {
    /** What stands before the folder in the output, which has log lines as well. */
    static final String SAYS = "folder ";

    private FolderHolder() {}

    public static void main(String[] arguments) throws IOException {
        OwnFolder folder = OwnFolder.open(Path.of(arguments[0]), arguments[1]);
        Files.writeString(folder.path().resolve("file"), "content");
        System.out.println(SAYS + folder.path());
        int _ = System.in.read();
    }
}
