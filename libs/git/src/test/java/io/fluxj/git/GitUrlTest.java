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
        "http://me@corp.test:s3cret@host:81/app.git, host, 81, me@corp.test, s3cret",
        "http://token:@host/app.git, host, 80, token, ''",
        "http://:token@host/app.git, host, 80, '', token",
        "http://host:/app.git, host, 80, '', ''",
        "ssh://git@[::1]:2222/app.git, [::1], 2222, git, ''"
    })
    void takesItsPartsApart(String text, String host, int port, String user, String password) {
        GitUrl url = GitUrl.parse(text);
        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.user()).isEqualTo(user);
        assertThat(url.password()).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource({
        "http://host/My Project.git, /My%20Project.git",
        "http://host/lab/[x]|y.git, /lab/%5Bx%5D%7Cy.git",
        "http://host/{a}^b%20ü.git?x=1#z, /%7Ba%7D%5Eb%20%C3%BC.git?x=1#z",
        "http://host, ''"
    })
    void escapesWhatPeopleLeaveRaw(String text, String path) {
        assertThat(GitUrl.parse(text).path()).isEqualTo(path);
        assertThat(GitUrl.parse(text).withoutUser()).isEqualTo("http://host" + path);
    }

    @Test
    void showsNoSecret() {
        assertThat(GitUrl.parse("https://user:pa$s@host/a@b.git")).hasToString("https://host/a@b.git");
        assertThat(GitUrl.parse("https://token@host/app.git")).hasToString("https://host/app.git");
        assertThat(GitUrl.parse("https://token:@host/app.git")).hasToString("https://host/app.git");
        assertThat(GitUrl.parse("https://:token@host/app.git")).hasToString("https://host/app.git");
        assertThat(GitUrl.parse("https://me@corp.test:secret@host/app.git")).hasToString("https://host/app.git");
        assertThat(GitUrl.parse("ssh://git:secret@host/app.git")).hasToString("ssh://git@host/app.git");
        assertThat(GitUrl.parse("https://user:12/34@host/app.git")).hasToString("https://*****@host/app.git");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git://host/app.git",
                "file:///etc",
                "host/app.git",
                "http:///app.git",
                "http://ho st/x",
                "",
                "https://user:pass/word@host/app.git",
                "https://user:pass?word@host/app.git",
                "https://user:pass#word@host/app.git",
                "https://user:pass word@host/app.git",
                "https://user:%zz@host/app.git",
                "https://host/100%.git",
                "https://host:123456/app.git",
                "ssh://git@host:70000/app.git",
                "https://host/app\n.git"
            })
    void refusesWhatIsNoAddressWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitUrl.parse(text))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).doesNotContain("pass?", "pass/", "word@", "host:", "123456"));
    }
}
