package io.fluxj.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BasicAuthTest {
    @Test
    void readsNameAndPassword() throws Exception {
        NamedSecret secret = TestSecrets.holding(Map.of("username", "user", "password", "p:äss"));

        assertThat(BasicAuth.find(secret)).hasValue(new BasicAuth("user", "p:äss"));
        assertThat(BasicAuth.find(secret).orElseThrow().header()).isEqualTo("Basic dXNlcjpwOsOkc3M=");
        assertThat(BasicAuth.find(secret).orElseThrow().toString()).doesNotContain("äss");
    }

    @Test
    void isNotThereWhenNeitherIs() throws Exception {
        assertThat(BasicAuth.find(TestSecrets.holding(Map.of("bearerToken", "t"))))
                .isEmpty();
        assertThat(BasicAuth.find(NamedSecret.none("apps"))).isEmpty();
    }

    @Test
    void isMalformedWithHalfOfIt() {
        assertThatThrownBy(() -> BasicAuth.find(TestSecrets.holding(Map.of("username", "user"))))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret 'apps/creds': malformed basic auth - has 'username' but missing 'password'");
        assertThatThrownBy(() -> BasicAuth.find(TestSecrets.holding(Map.of("password", "hunter22"))))
                .isInstanceOf(SecretException.class)
                .hasMessage("secret 'apps/creds': malformed basic auth - has 'password' but missing 'username'");
    }

    @Test
    void mayBeEmpty() throws Exception {
        assertThat(BasicAuth.find(TestSecrets.holding(Map.of("username", "user", "password", ""))))
                .hasValue(new BasicAuth("user", ""));
    }
}
