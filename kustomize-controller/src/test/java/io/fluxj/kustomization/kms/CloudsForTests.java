package io.fluxj.kustomization.kms;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.runtime.identity.TokenCache;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Clouds that answer as a test says. */
public final class CloudsForTests {
    private CloudsForTests() {}

    /** Those that answer nothing. */
    public static CloudKeys silent() {
        return answering(Map.of(), call -> {
            throw new IdentityException(call + ": nobody is asked in this test");
        });
    }

    static CloudKeys answering(Map<String, String> variables, Caller caller) {
        TokenCache cache = new TokenCache(10, Duration.ofHours(1), Clock.systemUTC());
        return new CloudKeys(
                new ServiceAccounts(new KubernetesClientBuilder().build()),
                "",
                new CloudEnvironment(variables, caller, cache, Clock.systemUTC()),
                caller,
                Optional.empty());
    }
}
