package io.fluxj.sandbox;

import io.fluxj.git.serve.GitHttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The repository that the sandbox follows: the sample or the user's folder, served over loopback, or a URL as it stands. */
final class FleetSource implements AutoCloseable {

    private final String url;
    private final String branch;
    private final String path;
    private final boolean sample;
    private final @Nullable Path workTree;
    private final @Nullable GitHttpServer server;

    private FleetSource(
            String url,
            String branch,
            String path,
            boolean sample,
            @Nullable Path workTree,
            @Nullable GitHttpServer server) {
        this.url = url;
        this.sample = sample;
        this.branch = branch;
        this.path = path;
        this.workTree = workTree;
        this.server = server;
    }

    /**
     * @param followed what to follow
     * @param home the sandbox's folder
     * @throws SandboxException if the folder holds no commit
     * @throws IOException if the sample cannot be written or the server not started
     */
    static FleetSource open(Followed followed, Path home) throws IOException, SandboxException {
        var repository = followed.repository();
        if (repository.isPresent() && isUrl(repository.get())) {
            return new FleetSource(
                    repository.get(),
                    followed.branch().orElse("main"),
                    followed.path().orElse("./"),
                    false,
                    null,
                    null);
        }
        if (repository.isPresent()) {
            return serve(Path.of(repository.get()), followed, home);
        }
        var sample = home.resolve("fleet");
        SampleFleet.writeTo(sample);
        return serve(sample, followed, home);
    }

    private static boolean isUrl(String text) {
        return text.contains("://");
    }

    /** The port is kept, so that what is stored in the cluster stays right from one start to the next. */
    private static FleetSource serve(Path folder, Followed followed, Path home) throws IOException, SandboxException {
        boolean sample = followed.repository().isEmpty();
        var branch = followed.branch().isPresent() ? followed.branch().get() : checkedOutBranch(folder);
        var parent = folder.getParent();
        if (parent == null) {
            throw new SandboxException("--repository " + folder + " cannot be served: give a folder below the root");
        }
        var name = folder.getFileName().toString();
        var server = GitHttpServer.start(GitHttpServer.Options.of(parent)
                .withPort(KeptPort.in(home.resolve("ports/git")))
                .withPush(false)
                .withHook(new OnlyRepository(name)));
        var url = server.url() + "/" + name;
        var path = followed.path().orElse(sample ? "./clusters/sandbox" : "./");
        return new FleetSource(url, branch, path, sample, folder, server);
    }

    private static String checkedOutBranch(Path folder) throws IOException, SandboxException {
        if (!Files.isDirectory(folder.resolve(".git")) && !Files.isRegularFile(folder.resolve("HEAD"))) {
            throw new SandboxException(
                    "--repository " + folder + " is no Git repository: run 'git init' and commit there, "
                            + "or give the top folder of a repository or a URL");
        }
        try (var repository = new FileRepositoryBuilder()
                .setMustExist(true)
                .setGitDir((Files.isDirectory(folder.resolve(".git")) ? folder.resolve(".git") : folder).toFile())
                .build()) {
            if (repository.resolve("HEAD") == null) {
                throw new SandboxException(
                        "--repository " + folder + " has no commit yet: commit something there first");
            }
            return repository.getBranch();
        }
    }

    /** {@return the URL for the GitRepository} */
    String url() {
        return url;
    }

    /** {@return the branch to follow} */
    String branch() {
        return branch;
    }

    /** {@return the path for the Kustomization} */
    String path() {
        return path;
    }

    /** {@return what is followed, in words that stay the same from one start to the next} */
    String identity() {
        return (workTree == null ? url.replaceFirst("//[^/]*@", "//") : workTree.toString()) + " at path " + path;
    }

    /** {@return whether it is the repository that the sandbox brought along} */
    boolean sample() {
        return sample;
    }

    /** {@return the folder in which the user commits, when it is on this machine} */
    Optional<Path> workTree() {
        return Optional.ofNullable(workTree);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
