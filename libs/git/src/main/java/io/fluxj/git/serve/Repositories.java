package io.fluxj.git.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The repositories below one folder, found by the path in the URL; nothing outside that folder is. */
final class Repositories {
    private final Path root;

    Repositories(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Opens the repository with this name ({@code team/app.git}); the caller closes it. */
    Optional<Repository> open(String name) throws IOException {
        Optional<Path> folder = gitFolder(name);
        return folder.isPresent() ? Optional.of(openAt(folder.get())) : Optional.empty();
    }

    private static Repository openAt(Path gitFolder) throws IOException {
        Repository repository = new FileRepository(new FileRepositoryBuilder()
                .setGitDir(gitFolder.toFile())
                .setMustExist(true)
                .setup());
        repository.getConfig().setBoolean("http", null, "receivepack", true);
        return repository;
    }

    private Optional<Path> gitFolder(String name) throws IOException {
        Path named = root.resolve(name).normalize();
        if (!named.startsWith(root)) {
            return Optional.empty();
        }
        String bare = named + ".git";
        String plain = name.endsWith(".git") ? named.toString().replaceFirst("\\.git$", "") : named.toString();
        return Stream.of(named, Path.of(bare), named.resolve(".git"), Path.of(plain, ".git"))
                .filter(Repositories::isRepository)
                .filter(this::isInside)
                .findFirst();
    }

    private static boolean isRepository(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("objects"));
    }

    private boolean isInside(Path folder) {
        try {
            return folder.toRealPath().startsWith(root.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }
}
