package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.BuildException;

/**
 * Where an object came into the build, for errors.
 *
 * @param file path of the file in which it was read, or what made it; {@code ""} if unknown
 * @param line first line of the object in that file, 0 if unknown
 * @param kustomization path of the kustomization file that brought it, {@code ""} if unknown
 * @param field the field of that file that brought it, {@code ""} if unknown
 */
public record Place(String file, int line, String kustomization, String field) {

    public static final Place UNKNOWN = new Place("", 0, "", "");

    /** A place in a file. */
    public static Place in(String file, int line) {
        return new Place(file, line, "", "");
    }

    /** The same place, brought into the build by a field of a kustomization file. */
    public Place broughtBy(String newKustomization, String newField) {
        return new Place(file, line, newKustomization, newField);
    }

    /** Says in a failure where the object came from. */
    public BuildException locate(BuildException failure) {
        BuildException brought = field.isEmpty() ? failure : failure.broughtBy(kustomization, field);
        return file.isEmpty() ? brought : brought.inFile(file).atLine(line);
    }

    /** {@code file:line}, or {@code file} where the line is not known, or {@code "another input"}. */
    String describe() {
        if (file.isEmpty()) {
            return "another input";
        }
        return line > 0 ? file + ":" + line : file;
    }
}
