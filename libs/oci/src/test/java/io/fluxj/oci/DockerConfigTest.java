package io.fluxj.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerConfigTest {
    /** The table of the Kubernetes documentation ("Interpretation of config.json"), and keys as docker login writes them. */
    @ParameterizedTest
    @CsvSource({
        "*.kubernetes.io, abc.kubernetes.io/app, true",
        "*.kubernetes.io, kubernetes.io/app, false",
        "*.*.kubernetes.io, abc.kubernetes.io/app, false",
        "*.*.kubernetes.io, abc.def.kubernetes.io/app, true",
        "prefix.*.io, prefix.kubernetes.io/app, true",
        "*-good.kubernetes.io, prefix-good.kubernetes.io/app, true",
        "*-good.kubernetes.io, prefix-bad.kubernetes.io/app, false",
        "my-registry.io/images, my-registry.io/images/my-image, true",
        "my-registry.io/images, my-registry.io/images/subpath/my-image, true",
        "my-registry.io/images, my-registry.io/other, false",
        "my-registry.io:5000, my-registry.io:5000/app, true",
        "my-registry.io:5000, my-registry.io/app, false",
        "https://my-registry.io/v2/, my-registry.io/app, true",
        "https://index.docker.io/v1/, nginx, true",
        "docker.io, docker.io/org/app, true",
        "https://index.docker.io/v1/, ghcr.io/org/app, false",
    })
    void credentialsCountWhereTheirKeySaysSo(String key, String repository, boolean counts) {
        DockerConfig config = config("{\"auths\":{\"" + key + "\":{\"username\":\"u\",\"password\":\"p\"}}}");
        RegistryCredentials found = config.credentials(Repository.parse(repository));
        assertThat(found).isEqualTo(counts ? new RegistryCredentials.Basic("u", "p") : new RegistryCredentials.None());
    }

    @Test
    void readsEveryFormOfCredentials() {
        DockerConfig config = config("""
                {"auths": {
                  "a.io": {"auth": "dXNlcjpwYTpzcw=="},
                  "b.io": {"username": "<token>", "identitytoken": "refresh-1"},
                  "c.io": {"registrytoken": "bearer-1"},
                  "d.io": {"auth": "!!!"},
                  "e.io": {}},
                 "credsStore": "desktop"}""");
        assertThat(at(config, "a.io")).isEqualTo(new RegistryCredentials.Basic("user", "pa:ss"));
        assertThat(at(config, "b.io")).isEqualTo(new RegistryCredentials.Refresh("refresh-1"));
        assertThat(at(config, "c.io")).isEqualTo(new RegistryCredentials.Bearer("bearer-1"));
        assertThat(at(config, "d.io")).isEqualTo(new RegistryCredentials.None());
        assertThat(at(config, "e.io")).isEqualTo(new RegistryCredentials.None());
    }

    @Test
    void readsTheOlderForm() {
        assertThat(at(config("{\"a.io\":{\"username\":\"u\",\"password\":\"p\"}}"), "a.io"))
                .isEqualTo(new RegistryCredentials.Basic("u", "p"));
    }

    @Test
    void theMoreExactKeyCountsAndOfEqualOnesTheFirst() {
        DockerConfig first = config("{\"auths\":{\"a.io\":{\"username\":\"u\",\"password\":\"1\"}}}");
        DockerConfig second = config("""
                {"auths":{"a.io":{"username":"u","password":"2"},"a.io/team":{"username":"u","password":"3"}}}""");
        DockerConfig both = first.and(second);
        assertThat(at(both, "a.io")).isEqualTo(new RegistryCredentials.Basic("u", "1"));
        assertThat(both.credentials(Repository.parse("a.io/team/app")))
                .isEqualTo(new RegistryCredentials.Basic("u", "3"));
    }

    @Test
    void whatIsNoneIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> config("hunter2")).hasMessageNotContaining("hunter2");
        assertThat(config("{\"auths\":{\"a.io\":{\"username\":\"u\",\"password\":\"hunter2\"}}}"))
                .asString()
                .doesNotContain("hunter2");
    }

    private static RegistryCredentials at(DockerConfig config, String host) {
        return config.credentials(new Repository(host, "app"));
    }

    private static DockerConfig config(String json) {
        return DockerConfig.parse(json.getBytes(UTF_8));
    }
}
