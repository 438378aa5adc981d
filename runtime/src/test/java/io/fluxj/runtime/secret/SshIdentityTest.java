package io.fluxj.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SshIdentityTest {
    @Test
    void readsKeyPassphraseAndServers() {
        SshIdentity identity = SshIdentity.of(
                TestSecrets.holding(Map.of("identity", "key", "password", "phrase", "known_hosts", "host key")));

        assertThat(identity).isEqualTo(new SshIdentity("key", "phrase", "host key"));
        assertThat(identity.missing()).isEmpty();
        assertThat(identity).hasToString("SshIdentity[]");
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(SshIdentity.of(NamedSecret.none("apps")).missing()).hasValue("identity");
        assertThat(SshIdentity.of(TestSecrets.holding(Map.of("identity", "key")))
                        .missing())
                .hasValue("known_hosts");
        assertThat(SshIdentity.of(TestSecrets.holding(Map.of("identity", "", "known_hosts", "h")))
                        .missing())
                .hasValue("identity");
    }
}
