package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.FieldLines;
import io.fluxj.kustomize.kustomization.Kustomization;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.load.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * The kustomization file of a directory.
 *
 * @param name its name in the directory
 * @param path its path, for errors
 * @param lines where its fields stand in it
 */
record KustomizationFile(String name, String path, Kustomization kustomization, FieldLines lines) {

    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    static KustomizationFile read(Directory directory, Build build) {
        List<String> found = new ArrayList<>();
        byte[] content = new byte[0];
        for (String name : NAMES) {
            byte[] bytes = directory.loadIfPresent(name).orElse(null);
            if (bytes != null) {
                found.add(name);
                content = bytes;
            }
        }
        String place = directory.path().isEmpty() ? "." : directory.path();
        if (found.isEmpty()) {
            throw BuildException.because("no kustomization.yaml, kustomization.yml or Kustomization in '" + place + "'")
                    .hint("add one, or name the files themselves");
        }
        if (found.size() > 1) {
            throw BuildException.because("several kustomization files in '" + place + "': " + String.join(", ", found))
                    .hint("keep one of them");
        }
        String path = directory.describe(found.get(0));
        String text = text(content, path);
        FieldLines lines = new FieldLines(text, build.log().bounds());
        try {
            Kustomization kustomization =
                    KustomizationReader.read(text, build.log().bounds());
            build.warnings().addAll(kustomization.warnings());
            return new KustomizationFile(found.get(0), path, kustomization, lines);
        } catch (BuildException e) {
            throw lines.locate(e, path);
        }
    }

    private static String text(byte[] content, String path) {
        try {
            return Texts.of(content, path);
        } catch (BuildException e) {
            throw e.inKustomization(path);
        }
    }

    /** Adds this file, and the line of the field concerned, to a failure. */
    BuildException locate(BuildException failure) {
        return lines.locate(failure, path);
    }
}
