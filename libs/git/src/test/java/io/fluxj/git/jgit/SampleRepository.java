package io.fluxj.git.jgit;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCommand;
import io.fluxj.git.GitUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A work tree {@code work} and what it is pushed to, {@code repos/app.git}, made with Git's own commands. */
record SampleRepository(Path folder, GitCommand git) {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    static SampleRepository in(Path folder) throws IOException {
        GitCommand git = new GitCommand(folder);
        assumeThat(git.isInstalled()).as("git is installed").isTrue();
        Files.createDirectories(folder.resolve("scratch"));
        git.run("init", "-q", "--bare", "-b", "main", "repos/app.git");
        git.run("init", "-q", "-b", "main", "work");
        git.run("-C", "work", "remote", "add", "origin", "../repos/app.git");
        return new SampleRepository(folder, git);
    }

    Path repositories() {
        return folder.resolve("repos");
    }

    Path scratch() {
        return folder.resolve("scratch");
    }

    /** Writes a file, commits it and returns the hash. */
    String commit(String file, String content) throws IOException {
        Path path = folder.resolve("work").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        inWork("add", "-A");
        inWork("commit", "-q", "-m", "write " + file);
        return inWork("rev-parse", "HEAD").strip();
    }

    String inWork(String... arguments) throws IOException {
        return git.run(
                Stream.concat(Stream.of("-C", "work"), Stream.of(arguments)).toArray(String[]::new));
    }

    void push(String... refs) throws IOException {
        inWork(Stream.concat(Stream.of("push", "-q", "--force", "origin"), Stream.of(refs))
                .toArray(String[]::new));
    }

    JGitRemote remote(String url) {
        return remote(GitAccess.anonymous(GitUrl.parse(url), PATIENCE));
    }

    JGitRemote remote(GitAccess access) {
        return new JGitRemote(access, scratch(), FetchLimits.DEFAULT);
    }

    Path emptyFolder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Paths of everything below a folder, sorted. */
    static List<String> tree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
