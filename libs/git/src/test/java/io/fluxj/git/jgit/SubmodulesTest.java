package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.git.Checkout;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook;
import io.fluxj.net.tls.TlsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmodulesTest {
    @TempDir
    Path folder;

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private SampleRepository sample;
    private GitHttpServer own;
    private GitHttpServer other;

    @BeforeEach
    void serve() throws Exception {
        sample = SampleRepository.in(folder);
        own = GitHttpServer.start(sample.repositories());
        other = GitHttpServer.start(
                GitHttpServer.Options.of(sample.repositories()).withHook(exchange -> {
                    String sent = exchange.getRequestHeaders().getFirst("Authorization");
                    authorizations.add(String.valueOf(sent));
                    return RequestHook.NONE.decide(exchange);
                }));
    }

    @AfterEach
    void stop() {
        own.close();
        other.close();
    }

    /** A repository with one file and a submodule; the hash of its commit. */
    private String repository(String name, String gitmodules, String path, String hash) throws IOException {
        sample.git().run("init", "-q", "--bare", "-b", "main", "repos/" + name + ".git");
        sample.git().run("init", "-q", "-b", "main", name);
        Files.writeString(folder.resolve(name).resolve(name + ".txt"), name);
        if (!hash.isEmpty()) {
            Files.writeString(folder.resolve(name).resolve(".gitmodules"), gitmodules);
        }
        sample.git().run("-C", name, "add", ".");
        if (!hash.isEmpty()) {
            sample.git().run("-C", name, "update-index", "--add", "--cacheinfo", "160000," + hash + "," + path);
        }
        sample.git().run("-C", name, "commit", "-q", "-m", name);
        sample.git().run("-C", name, "push", "-q", "../repos/" + name + ".git", "main");
        return sample.git().run("-C", name, "rev-parse", "HEAD").strip();
    }

    private static String module(String name, String path, String url) {
        return "[submodule \"" + name + "\"]\n\tpath = " + path + "\n\turl = " + url + "\n";
    }

    private List<String> fetched(String url) throws Exception {
        Path out = sample.emptyFolder("out");
        GitAccess access = new GitAccess(
                GitUrl.parse(url),
                new GitCredentials.Basic("user", "hunter2"),
                TlsConfig.SYSTEM,
                SshAlgorithms.DEFAULT,
                SampleRepository.PATIENCE);
        sample.remote(access).fetch(new GitReference.Branch("main"), new Checkout(out, List.of(), true));
        return SampleRepository.tree(out);
    }

    @Test
    void fillsFoldersAsGitDoes() throws Exception {
        String leaf = repository("leaf", "", "", "");
        String middle = repository("middle", module("l", "deep/leaf", "../leaf.git"), "deep/leaf", leaf);
        repository("root", module("the/middle", "mods/m", own.url() + "/middle.git"), "mods/m", middle);

        assertThat(fetched(own.url() + "/root.git"))
                .containsExactly(
                        ".gitmodules",
                        "mods",
                        "mods/m",
                        "mods/m/.git",
                        "mods/m/.gitmodules",
                        "mods/m/deep",
                        "mods/m/deep/leaf",
                        "mods/m/deep/leaf/.git",
                        "mods/m/deep/leaf/leaf.txt",
                        "mods/m/middle.txt",
                        "root.txt");
        assertThat(folder.resolve("out/mods/m/.git")).hasContent("gitdir: ../../.git/modules/the/middle\n");
        assertThat(folder.resolve("out/mods/m/deep/leaf/.git"))
                .hasContent("gitdir: ../../../../.git/modules/the/middle/modules/l\n");
        assertThat(sample.scratch()).isEmptyDirectory();
    }

    @Test
    void sendsCredentialsToNoOtherHost() throws Exception {
        String leaf = repository("leaf", "", "", "");
        repository("root", module("m", "m", other.url() + "/leaf.git"), "m", leaf);
        assertThat(fetched(own.url() + "/root.git")).contains("m/leaf.txt");
        assertThat(authorizations).isNotEmpty().containsOnly("null");
    }

    @Test
    void leavesWhatNobodyExplainsEmpty() throws Exception {
        repository("root", module("m", "elsewhere", "../leaf.git"), "m", "1".repeat(40));
        assertThat(fetched(own.url() + "/root.git")).contains("m").doesNotContain("m/.git");
    }

    @Test
    void namesTheSubmoduleThatCannotBeHad() throws Exception {
        repository("root", module("m", "m", "../gone.git"), "m", "1".repeat(40));
        expectFailure("submodule 'm': " + own.url() + "/gone.git: repository not found");
    }

    @Test
    void readsNoFileOfThisMachine() throws Exception {
        String leaf = repository("leaf", "", "", "");
        repository("root", module("m", "m", "file://" + folder + "/repos/leaf.git"), "m", leaf);
        expectFailure("submodule 'm': its address cannot be used: scheme must be http, https or ssh,"
                + " or be relative to the repository's own ('../name.git')");
    }

    @Test
    void refusesNamesThatLeadOut() throws Exception {
        repository("root", module("../../../etc", "m", "../leaf.git"), "m", "1".repeat(40));
        expectFailure("the commit has a submodule with the unsafe name '../../../etc'");
    }

    /** A repository that has itself for a submodule, by way of a commit that it had before. */
    @Test
    void followsOnlySoManyLevels() throws Exception {
        String hash = repository("level0", "", "", "");
        for (int level = 1; level <= 12; level++) {
            String below = "../level" + (level - 1) + ".git";
            hash = repository("level" + level, module("m", "m", below), "m", hash);
        }
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> fetched(own.url() + "/level12.git"))
                .withMessageEndingWith("the commit has submodules more than 10 levels deep");
    }

    private void expectFailure(String why) {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> fetched(own.url() + "/root.git"))
                .withMessage("unable to clone '" + own.url() + "/root.git': " + why);
    }
}
