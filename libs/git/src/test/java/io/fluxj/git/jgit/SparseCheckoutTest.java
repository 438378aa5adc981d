package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.git.Checkout;
import io.fluxj.git.GitReference;
import io.fluxj.git.serve.GitHttpServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseCheckoutTest {
    @TempDir
    Path folder;

    private SampleRepository sample;
    private GitHttpServer server;

    @BeforeEach
    void serve() throws Exception {
        sample = SampleRepository.in(folder);
        sample.commit("top.txt", "top");
        sample.commit("apps/prod/a.yaml", "a");
        sample.commit("apps/test/b.yaml", "b");
        sample.commit("apps2/c.yaml", "c");
        sample.commit("docs/deep/er/d.md", "d");
        sample.push("HEAD:refs/heads/main");
        server = GitHttpServer.start(sample.repositories());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesListedFoldersAndNothingElse() throws Exception {
        assertThat(written("apps/prod", "./docs/"))
                .containsExactly(
                        "apps",
                        "apps/prod",
                        "apps/prod/a.yaml",
                        "docs",
                        "docs/deep",
                        "docs/deep/er",
                        "docs/deep/er/d.md");
    }

    /** As Flux, which looks at how paths begin. */
    @Test
    void takesWhatBeginsAlike() throws Exception {
        assertThat(written("apps")).contains("apps/test/b.yaml", "apps2/c.yaml").doesNotContain("top.txt");
        assertThat(written("apps/")).contains("apps/test/b.yaml").doesNotContain("apps2");
        assertThat(written("top.txt")).containsExactly("top.txt");
    }

    @Test
    void leavesNoFolderWhereNothingWasWanted() throws Exception {
        assertThat(written("apps/nope", "docs/deep/nope")).isEmpty();
    }

    private List<String> written(String... paths) throws Exception {
        Path out = sample.emptyFolder("out-" + String.join("-", paths).replaceAll("[^a-z0-9]", "_"));
        sample.remote(server.url() + "/app.git")
                .fetch(new GitReference.Branch("main"), new Checkout(out, List.of(paths), false));
        return SampleRepository.tree(out);
    }
}
