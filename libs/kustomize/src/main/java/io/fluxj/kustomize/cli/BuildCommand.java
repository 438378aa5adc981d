package io.fluxj.kustomize.cli;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code build}: prints what a directory builds. */
@Command(name = "build", description = "Build a directory.", mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "DIR", description = "The directory, by default .")
    private List<String> directories = List.of();

    @Mixin
    private BuildFlags flags = new BuildFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, or one file for each object if it is a directory.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        if (flags.saysOrder()) {
            System.err.println(
                    "Flag --reorder has been deprecated, use the new 'sortOptions' field in kustomization.yaml"
                            + " instead.");
        }
        try {
            BuildResult result = LocalBuild.of(directory(), flags.options());
            result.warnings().forEach(System.err::println);
            write(result);
            return 0;
        } catch (BuildException e) {
            System.err.println("Error: " + LocalBuild.message(e));
            return 1;
        }
    }

    private Path directory() {
        if (directories.size() > 1) {
            throw BuildException.because("several directories are named").hint("name one");
        }
        String directory = directories.isEmpty() ? "." : directories.get(0);
        if (directory.isEmpty()) {
            throw BuildException.because("the name of the directory is empty").hint("leave it out for the current one");
        }
        return Path.of(directory);
    }

    private void write(BuildResult result) throws IOException {
        Path target = output;
        if (target == null) {
            PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
            out.print(result.toYaml());
            out.flush();
        } else if (Files.isDirectory(target)) {
            ObjectFiles.write(result, target);
        } else {
            Files.writeString(target, result.toYaml());
        }
    }
}
