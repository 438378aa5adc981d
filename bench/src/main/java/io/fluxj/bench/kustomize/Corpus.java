package io.fluxj.bench.kustomize;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.DirectoryTree;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.kustomize.LoadRestrictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The directories of the conformance corpus that build. */
public final class Corpus {

    private static final BuildOptions OPTIONS =
            BuildOptions.commandLine().withAbsolutePaths(true).withLoadRestrictions(LoadRestrictions.NONE);

    private Corpus() {}

    /** Prints those directories, one a line: number, tab, absolute path; the argument is the corpus. */
    public static void main(String[] arguments) throws IOException {
        int number = 0;
        for (Path directory : directories(Path.of(arguments[0]))) {
            System.out.println(number++ + "\t" + directory.toAbsolutePath());
        }
    }

    static List<Path> directories(Path corpus) throws IOException {
        List<Path> directories = new ArrayList<>();
        try (Stream<Path> cases = Files.list(corpus)) {
            for (Path folder : cases.filter(Files::isDirectory).sorted().toList()) {
                Path entry = folder.resolve(entry(folder.resolve("case.yaml")));
                if (builds(entry)) {
                    directories.add(entry.toRealPath());
                }
            }
        }
        return directories;
    }

    private static String entry(Path description) throws IOException {
        try (Stream<String> lines = Files.lines(description)) {
            return lines.filter(line -> line.startsWith("entry:"))
                    .map(line -> line.substring("entry:".length()).strip())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean builds(Path directory) throws IOException {
        try {
            build(directory);
            return true;
        } catch (BuildException e) {
            return false;
        }
    }

    /** Builds one directory as {@code kustomize build DIRECTORY --load-restrictor LoadRestrictionsNone}. */
    static String build(Path directory) throws IOException {
        Path root = Path.of("/");
        return Kustomize.build(
                        DirectoryTree.of(root),
                        root.relativize(directory.toAbsolutePath()).toString(),
                        OPTIONS)
                .toYaml();
    }
}
