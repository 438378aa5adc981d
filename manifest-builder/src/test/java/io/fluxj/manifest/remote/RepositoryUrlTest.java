package io.fluxj.manifest.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that kustomize documents for remote targets. */
final class RepositoryUrlTest {

    @ParameterizedTest
    @CsvSource({
        "github.com/org/repo,                                https://github.com/org/repo,           ''",
        "github.com/org/repo/deploy/base?ref=v1,             https://github.com/org/repo,           deploy/base",
        "gh:org/repo,                                        https://github.com/org/repo,           ''",
        "https://github.com/org/repo//deploy?ref=main,       https://github.com/org/repo,           deploy",
        "https://example.com/org/repo.git/deploy,            https://example.com/org/repo.git,      deploy",
        "https://example.com/org/repo.git?ref=v1,            https://example.com/org/repo.git,      ''",
        "https://example.com/a/b/c/repo//x/y,                https://example.com/a/b/c/repo,        x/y",
        "git::https://example.com/org/repo//x/,              https://example.com/org/repo,          x",
        "https://dev.azure.com/org/project/_git/repo/deploy, https://dev.azure.com/org/project/_git/repo, deploy",
        "http://127.0.0.1:8080/org/repo/x,                   http://127.0.0.1:8080/org/repo,        x",
        "git@github.com:org/repo//deploy?ref=v1,             ssh://git@github.com/org/repo,         deploy",
        "ssh://git@example.com:2222/org/repo.git/deploy,     ssh://git@example.com:2222/org/repo.git, deploy",
        "git::ssh://git@example.com/org/repo/x,              ssh://git@example.com/org/repo,        x"
    })
    void tellsTheRepositoryFromTheDirectory(String written, String repository, String directory) throws IOException {
        RepositoryUrl url = RepositoryUrl.parse(written);

        assertThat(url.repository()).isEqualTo(repository);
        assertThat(url.directory()).isEqualTo(directory);
    }

    @Test
    void readsWhatStandsAfterTheQuestionMark() throws IOException {
        RepositoryUrl given = RepositoryUrl.parse("gh:org/repo?ref=a%2Fb&version=v1&timeout=61&submodules=false");
        assertThat(given.reference()).isEqualTo("a/b");
        assertThat(given.timeout()).isEqualTo(Duration.ofSeconds(61));
        assertThat(given.submodules()).isFalse();

        RepositoryUrl plain = RepositoryUrl.parse("gh:org/repo?version=v1&timeout=never");
        assertThat(plain.reference()).isEqualTo("v1");
        assertThat(plain.timeout()).isEqualTo(Duration.ofSeconds(27));
        assertThat(plain.submodules()).isTrue();
    }

    @Test
    void noTimeIsLongerThanTwoMinutes() throws IOException {
        assertThat(RepositoryUrl.parse("gh:org/repo?timeout=999999").timeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com:repo", "ext::sh -c x", "s3::bucket/x/y", "/org/repo"})
    void whatIsNoneOfTheseIsNotFetched(String written) {
        assertThatThrownBy(() -> RepositoryUrl.parse(written))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("this is no address of a repository that can be fetched");
    }

    @Test
    void filesOfTheControllerAreNoBases() {
        assertThatThrownBy(() -> RepositoryUrl.parse("file:///etc/org/repo"))
                .isInstanceOf(IOException.class)
                .hasMessage("files of the controller are no bases: use a relative path, or https://");
        assertThatThrownBy(() -> RepositoryUrl.parse("git::file:///etc/org/repo"))
                .isInstanceOf(IOException.class);
    }
}
