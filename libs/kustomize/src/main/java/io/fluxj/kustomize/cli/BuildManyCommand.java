package io.fluxj.kustomize.cli;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.BuildResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code build-many}: builds the directories that standard input lists, as many at once as there are processors. */
@Command(
        name = "build-many",
        description = "Build directories listed on standard input, one a line: ID, tab, absolute path.",
        mixinStandardHelpOptions = true)
final class BuildManyCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, description = "Directory for ID.yaml, or ID.err where a build fails.")
    private Path out = Path.of(".");

    @Mixin
    private BuildFlags flags = new BuildFlags();

    /** One line of the input. */
    private record Job(String id, Path directory) {

        static Job of(String line) {
            int tab = line.indexOf('\t');
            if (tab < 1) {
                throw new IllegalArgumentException("not of the form ID<tab>DIRECTORY: " + line);
            }
            String id = line.substring(0, tab);
            boolean path = id.contains("/") || id.contains("\\") || id.startsWith(".");
            if (path || id.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("an ID cannot be a path or hold control characters: " + id);
            }
            return new Job(id, Path.of(line.substring(tab + 1)));
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(out);
        BuildOptions options = flags.options();
        List<Future<?>> builds = new ArrayList<>();
        boolean understood = true;
        Set<String> ids = new HashSet<>();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                Optional<Job> job = line.isBlank() ? Optional.empty() : job(line, number, ids);
                job.ifPresent(known -> builds.add(workers.submit(() -> build(known, options))));
                understood &= line.isBlank() || job.isPresent();
            }
        }
        for (Future<?> build : builds) {
            build.get();
        }
        return understood ? 0 : 1;
    }

    /** What a line asks for; a line that is not understood is told about and left out. */
    private static Optional<Job> job(String line, int number, Set<String> ids) {
        try {
            Job job = Job.of(line);
            if (!ids.add(job.id())) {
                throw new IllegalArgumentException("the ID was there before: " + job.id());
            }
            return Optional.of(job);
        } catch (IllegalArgumentException e) {
            System.err.println("Error: line " + number + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void build(Job job, BuildOptions options) {
        try {
            BuildResult result = LocalBuild.of(job.directory(), options);
            Files.writeString(out.resolve(job.id() + ".yaml"), result.toYaml());
        } catch (BuildException e) {
            writeError(job, LocalBuild.message(e));
        } catch (IOException | RuntimeException e) {
            writeError(job, "internal: " + e);
        }
    }

    private void writeError(Job job, String message) {
        try {
            Files.writeString(out.resolve(job.id() + ".err"), "Error: " + message + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
