package io.fluxj.helmrelease.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.helm.release.ApplyMethod;
import io.fluxj.helm.release.Release;
import io.fluxj.helm.release.ReleaseInfo;
import io.fluxj.helm.release.ReleaseKey;
import io.fluxj.helm.release.ReleaseStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a release nobody shall read in what its hooks print. */
class ReleaseSecretsTest {

    @Test
    void areTheTextsOfItsSecretsAndEachOfTheirLines() {
        String manifest = """
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: a}
                stringData: {password: hunter2-hunter2, short: abc}
                data: {key: bGluZSBvbmUgaXMgbG9uZwpsaW5lIHR3byBpcyBsb25n}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: Secret}
                data: {public: everybody-may-read-this}
                """;
        assertThat(ReleaseSecrets.of(release(manifest)))
                .containsExactlyInAnyOrder(
                        "hunter2-hunter2",
                        "line one is long\nline two is long",
                        "line one is long",
                        "line two is long");
    }

    private static Release release(String manifest) {
        return new Release(
                new ReleaseKey("app", "ns", 1),
                new ReleaseInfo(null, null, null, "", ReleaseStatus.DEPLOYED, 0, ""),
                null,
                new HashMap<>(),
                new Release.Objects(manifest, List.of()),
                ApplyMethod.SERVER_SIDE,
                Map.of());
    }
}
