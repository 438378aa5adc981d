package io.fluxj.manifest;

import io.fluxj.kustomize.BuiltResource;
import io.fluxj.manifest.generate.FieldOrigins;

/**
 * Where an object came into a build.
 *
 * @param file path in the artifact of the manifest, or what made the object; {@code ""} if nothing is known
 * @param line first line of the object in that file, counted from 1; 0 if it is not known
 */
public record Origin(String file, int line) {

    static Origin of(BuiltResource resource, FieldOrigins origins) {
        return new Origin(origins.fileAsWritten(resource.file()), resource.line());
    }

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
