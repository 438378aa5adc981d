package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitUrl;
import io.fluxj.git.SshAlgorithms;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.net.tls.Trust;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmoduleAddressTest {
    private static final GitCredentials BASIC = new GitCredentials.Basic("user", "hunter2");
    private static final GitCredentials KEY = new GitCredentials.Ssh("key", "", "hosts");
    private static final TlsConfig TLS = new TlsConfig(Trust.besideSystem("ca"), "certificate", "key");

    private static GitAccess access(String root, GitCredentials credentials, String url) throws GitException {
        GitUrl own = GitUrl.parse(root);
        GitAccess access = new GitAccess(own, credentials, TLS, SshAlgorithms.DEFAULT, Duration.ofSeconds(1));
        return new SubmoduleAddress(access).access(own, url);
    }

    @ParameterizedTest
    @CsvSource({
        "../other.git, https://git.example/team/other.git",
        "../../shared/x, https://git.example/shared/x",
        "./sub.git, https://git.example/team/app.git/sub.git",
        "https://GIT.example/x.git, https://GIT.example/x.git",
        "https://git.example:443/x.git, https://git.example:443/x.git",
    })
    void keepsTheCredentialsAtTheOwnHost(String url, String resolved) throws Exception {
        GitAccess access = access("https://git.example/team/app.git", BASIC, url);
        assertThat(access.url().withoutUser()).isEqualTo(resolved);
        assertThat(access.credentials()).isEqualTo(BASIC);
        assertThat(access.tls()).isEqualTo(TLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/x.git",
                "https://git.example:8443/x.git",
                "http://git.example/x.git",
                "https://git.example.evil.example/x.git",
                "https://git.example@evil.example/x.git"
            })
    void takesNoneToAnotherPlace(String url) throws Exception {
        GitAccess access = access("https://git.example/team/app.git", BASIC, url);
        assertThat(access.credentials()).isEqualTo(new GitCredentials.None());
        assertThat(access.tls()).isEqualTo(TlsConfig.trusting(TLS.trust()));
        assertThat(access("https://user:hunter2@git.example/app.git", new GitCredentials.None(), url)
                        .url()
                        .password())
                .isEmpty();
    }

    @Test
    void readsTheShortFormOfSshAddresses() throws Exception {
        GitAccess access = access("ssh://git@git.example/team/app.git", KEY, "git@git.example:team/lib.git");
        assertThat(access.url().shown()).isEqualTo("ssh://git@git.example/team/lib.git");
        assertThat(access.credentials()).isEqualTo(KEY);
        assertThat(access("ssh://git@git.example/a.git", KEY, "https://git.example/b.git")
                        .credentials())
                .isEqualTo(new GitCredentials.None());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc",
                "/srv/git/x.git",
                "ext::sh -c touch% /tmp/owned",
                "ext::https://git.example/x.git",
                "../../../above.git",
                "../../..",
                "git://git.example/x.git",
                "-u./payload",
                "git@other.example:team/lib.git",
                "ssh://git.example/team/lib.git",
                "",
                "C:\\repos",
                "https://"
            })
    void refusesWhateverElseThereIs(String url) {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> access("https://git.example/team/app.git", BASIC, url))
                .matches(refused -> refused.problem() == Problem.REFUSED)
                .withMessageNotContaining("hunter2");
    }

    @Test
    void sendsTheSshKeyToNoOtherServer() {
        assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> access("ssh://git@git.example/a.git", KEY, "git@other.example:b.git"))
                .withMessage("it lies at ssh://git@other.example/b.git, but the SSH key is for ssh://git.example alone;"
                        + " commit a relative address ('../name.git') or an https:// one");
    }
}
