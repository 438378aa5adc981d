package io.fluxj.kustomize;

/** {@code kustomize build} as a function of files. Stateless; any number of builds may run at once. */
public final class Kustomize {

    private Kustomize() {}

    /**
     * Builds a directory.
     *
     * @param tree the files
     * @param directory the directory with the kustomization file, in the tree; {@code ""} for its root
     * @throws BuildException if the input does not build
     */
    public static BuildResult build(FileTree tree, String directory, BuildOptions options) {
        if (!tree.isDirectory(directory)) {
            throw BuildException.because("no such directory").inFile(directory);
        }
        throw BuildException.because("not built yet").inFile(directory);
    }

    /**
     * Reads one object from its text the way kustomize takes an object back after its text was changed (decrypted, or its variables
     * substituted): YAML 1.1 types ({@code yes} is a boolean), numbers as doubles, duplicate keys: the last wins.
     *
     * @throws BuildException if the text is not one YAML mapping
     */
    public static BuiltResource reread(String text) {
        if (text.isBlank()) {
            throw BuildException.because("empty text");
        }
        throw BuildException.because("not built yet");
    }
}
