package io.fluxj.testkit;

import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A bare repository {@code app.git} with one empty commit on {@code main}. */
final class GitOnDisk {
    private GitOnDisk() {}

    /** Makes it in {@code repositories} and returns the commit's hash. */
    static String createApp(Path repositories, Path scratch) throws GitAPIException {
        Path bare = repositories.resolve("app.git");
        Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(bare.toFile())
                .call()
                .close();
        try (Git work = Git.init()
                .setInitialBranch("main")
                .setDirectory(scratch.toFile())
                .call()) {
            String hash = work.commit()
                    .setAllowEmpty(true)
                    .setSign(false)
                    .setAuthor("a", "a@example.com")
                    .setCommitter("a", "a@example.com")
                    .setMessage("first")
                    .call()
                    .name();
            work.push().setRemote(bare.toUri().toString()).add("main").call();
            return hash;
        }
    }
}
