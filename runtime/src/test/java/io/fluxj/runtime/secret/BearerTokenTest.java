package io.fluxj.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BearerTokenTest {
    private final NamedSecret secret = TestSecrets.holding(Map.of("bearerToken", "of-git", "token", "of-api"));

    @Test
    void hasAKeyForGitAndOneForApis() {
        assertThat(BearerToken.find(secret)).hasValue(new BearerToken("of-git"));
        assertThat(BearerToken.findForApi(secret)).hasValue(new BearerToken("of-api"));
        assertThat(BearerToken.find(NamedSecret.none("apps"))).isEmpty();
    }

    @Test
    void isShownInItsHeaderAlone() {
        assertThat(new BearerToken("of-git").header()).isEqualTo("Bearer of-git");
        assertThat(new BearerToken("of-git")).hasToString("BearerToken[]");
    }
}
