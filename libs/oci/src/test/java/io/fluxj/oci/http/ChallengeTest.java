package io.fluxj.oci.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    @Test
    void readsQuotedAndPlainParameters() {
        assertThat(
                        Challenge.of(
                                List.of(
                                        "Bearer realm=\"https://auth.io/token\",service=registry.io, scope=\"repository:a/b:pull,push\"")))
                .contains(new Challenge(
                        "bearer",
                        Map.of(
                                "realm", "https://auth.io/token",
                                "service", "registry.io",
                                "scope", "repository:a/b:pull,push")));
    }

    @Test
    void takesTheFirstThatItKnowsFromAnyHeader() {
        assertThat(Challenge.of(List.of("Negotiate", "NTLM, Basic realm=\"a \\\"b\\\"\", Bearer realm=\"x\"")))
                .contains(new Challenge("basic", Map.of("realm", "a \"b\"")));
    }

    @Test
    void nothingComesOfNoise() {
        assertThat(Challenge.of(List.of("", "=", "\"", "Digest realm=\"x\"", "x".repeat(9000))))
                .isEqualTo(Optional.empty());
    }
}
