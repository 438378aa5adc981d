package io.fluxj.automation.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.automation.BareRepository;
import io.fluxj.automation.setters.Setters;
import io.fluxj.automation.update.PathNotFoundException;
import io.fluxj.automation.update.TreeUpdate;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.GitWorkspace;
import io.fluxj.git.WorkBranch;
import io.fluxj.git.jgit.JGitWorkspace;
import io.fluxj.git.serve.GitHttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real server of repositories, and updates of what it serves. */
record FilesUnderTest(GitHttpServer server, Path folder) implements AutoCloseable {
    static FilesUnderTest start(Path work) throws IOException {
        Path repositories = Files.createDirectories(work.resolve("repositories"));
        Files.createDirectories(work.resolve("scratch"));
        return new FilesUnderTest(GitHttpServer.start(repositories), work);
    }

    TreeUpdate.Result update(String id, JsonNode files, String path, Setters setters)
            throws IOException, GitException, PathNotFoundException, InterruptedException {
        try (BareRepository repository = BareRepository.create(folder.resolve("repositories/" + id + ".git"))) {
            var _ = repository.commit("refs/heads/main", files, "Initial");
        }
        GitAccess access = GitAccess.anonymous(GitUrl.parse(server.url() + "/" + id + ".git"), Duration.ofSeconds(60));
        try (GitWorkspace workspace = JGitWorkspace.open(
                access,
                folder.resolve("scratch"),
                FetchLimits.DEFAULT,
                new GitReference.Branch("main"),
                WorkBranch.ofReference())) {
            return TreeUpdate.of(workspace, path, setters);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
