package io.fluxj.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://host/app.git, host, 80, '', ''",
        "https://host/app.git, host, 443, '', ''",
        "ssh://git@host/app.git, host, 22, git, ''",
        "http://us%40er:pa%3Ass@my_host:8080/app.git, my_host, 8080, us@er, pa:ss",
        "ssh://git@[::1]:2222/app.git, [::1], 2222, git, ''"
    })
    void takesItsPartsApart(String text, String host, int port, String user, String password) {
        GitUrl url = GitUrl.parse(text);
        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.user()).isEqualTo(user);
        assertThat(url.password()).isEqualTo(password);
    }

    @Test
    void showsNoSecret() {
        assertThat(GitUrl.parse("https://user:pa$s@host/a@b.git")).hasToString("https://host/a@b.git");
        assertThat(GitUrl.parse("https://token@host/app.git")).hasToString("https://host/app.git");
        assertThat(GitUrl.parse("ssh://git:secret@host/app.git")).hasToString("ssh://git@host/app.git");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"git://host/app.git", "file:///etc", "host/app.git", "http:///app.git", "http://ho st/x", ""})
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> GitUrl.parse(text));
    }
}
