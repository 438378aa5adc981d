package io.fluxj.kustomization.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.TokenCache;
import io.fluxj.sops.key.KeyException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a service account is let into Vault. */
class VaultLoginsTest {
    private static final String CONFIG = """
            instances:
              - address: https://vault.example:8200/
                loginPath: auth/fleet/login
            """;
    private static final URI VAULT = URI.create("https://vault.example:8200");
    private static final Principal READER =
            new Principal.Account("apps", "reader", Map.of(), audience -> "jwt-for-" + audience);

    private final List<Call> calls = new ArrayList<>();

    private String answer(Call call) throws IdentityException {
        calls.add(call);
        return "{\"auth\":{\"client_token\":\"hvs.1\",\"lease_duration\":3600}}";
    }

    private VaultLogins logins(String config) {
        return new VaultLogins(
                () -> config.isEmpty() ? Optional.empty() : Optional.of(config),
                this::answer,
                new TokenCache(10, Duration.ofHours(1), Clock.systemUTC()),
                Clock.systemUTC(),
                HttpClient.newHttpClient());
    }

    @Test
    void showsATokenForTheServerUnderTheAccountsRole() throws Exception {
        VaultLogins logins = logins(CONFIG);
        assertThat(logins.token(VAULT, () -> READER)).isEqualTo("hvs.1");
        logins.token(VAULT, () -> READER);

        assertThat(calls).as("kept as long as it lasts").hasSize(1);
        assertThat(calls.getFirst().toString()).isEqualTo("POST https://vault.example:8200/v1/auth/fleet/login");
        assertThat(calls.getFirst().body())
                .isEqualTo("{\"role\":\"apps_reader\",\"jwt\":\"jwt-for-https://vault.example:8200\"}");
    }

    @Test
    void asksNoServerThatIsNotListed() {
        assertThatThrownBy(() -> logins(CONFIG).token(URI.create("https://evil.example"), () -> READER))
                .isInstanceOf(KeyException.class)
                .hasMessageStartingWith("the Vault server 'https://evil.example' is not listed");
        assertThatThrownBy(() -> logins("").token(VAULT, () -> READER)).hasMessageContaining("has no config.yaml");
        assertThatThrownBy(() ->
                        logins("instances: [{address: a, loginPath: ../sys}]").token(VAULT, () -> READER))
                .hasMessageContaining("no path: '../sys'");
        assertThatThrownBy(() -> logins("{").token(VAULT, () -> READER)).hasMessageContaining("is no YAML");
        assertThatThrownBy(() -> logins(CONFIG).token(VAULT, Principal.Controller::new))
                .hasMessageContaining("spec.decryption.serviceAccountName");
        assertThat(calls).isEmpty();
    }
}
