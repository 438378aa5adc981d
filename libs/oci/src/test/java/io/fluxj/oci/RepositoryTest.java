package io.fluxj.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryTest {
    @ParameterizedTest
    @CsvSource({
        "ghcr.io/org/app, ghcr.io, org/app",
        "127.0.0.1:5000/app, 127.0.0.1:5000, app",
        "localhost/app, localhost, app",
        "[::1]:5000/app, [::1]:5000, app",
        "org/app, index.docker.io, org/app",
        "docker.io/nginx, index.docker.io, library/nginx",
        "nginx, index.docker.io, library/nginx",
    })
    void namesAreReadAsDockerReadsThem(String text, String registry, String name) {
        assertThat(Repository.parse(text)).isEqualTo(new Repository(registry, name));
    }

    /** The messages are those that Flux was recorded with. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:5000/x|repository must be between 2 and 255 characters in length: x",
                "127.0.0.1:5000/Upper/Case|repository can only contain the characters `abcdefghijklmnopqrstuvwxyz0123456789_-./`: Upper/Case",
                "127.0.0.1:5000/app:1.0.0|repository can only contain the characters `abcdefghijklmnopqrstuvwxyz0123456789_-./`: app:1.0.0",
            })
    void saysWhatIsWrongWithAName(String text, String message) {
        assertThatThrownBy(() -> Repository.parse(text)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "ghcr.io/a/../b",
        "ghcr.io//a",
        "ghcr.io/a/",
        "ghcr.io/a/./b",
        "'ex ample.com:80/aa'",
        "user@host.io/aa",
        "a.b:99999999/aa"
    })
    void refusesWhatWouldLeadElsewhere(String text) {
        assertThatThrownBy(() -> Repository.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTagsThatAreNone() {
        Repository repository = new Repository("ghcr.io", "org/app");
        assertThat(repository.tag("1.0.0_build.1")).hasToString("ghcr.io/org/app:1.0.0_build.1");
        assertThatThrownBy(() -> repository.tag("../x")).hasMessageContaining("a tag has up to 128");
        assertThatThrownBy(() -> repository.tag("1.0?x")).hasMessageContaining("1.0?x");
    }
}
