package io.fluxj.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.runtime.identity.AwsCredentials;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCommitTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /** What botocore 1.43.11 makes of the same key, address and time. */
    private static final String SIGNATURE =
            "20260101T120000Z20fc8a23426a131ee97b59a9aa5ac6b520f3c1b8afcaeb107d5183f9ebdcd03b";

    private static CodeCommit at(String url) {
        return CodeCommit.of(GitUrl.parse(url)).orElseThrow();
    }

    @Test
    void signsAsAwsDoes() {
        CodeCommit repository = at("https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/fleet");
        assertThat(repository.region()).isEqualTo("eu-west-1");
        assertThat(repository.sign(new AwsCredentials("AKIDEXAMPLE", SECRET, ""), NOW))
                .isEqualTo(new GitCredentials.Basic("AKIDEXAMPLE", SIGNATURE));
        assertThat(repository.sign(new AwsCredentials("AKIDEXAMPLE", SECRET, "session"), NOW))
                .isEqualTo(new GitCredentials.Basic("AKIDEXAMPLE%session", SIGNATURE));
    }

    @Test
    void knowsTheHostsOfAllRegions() {
        assertThat(at("https://git-codecommit-fips.us-east-2.amazonaws.com/v1/repos/a")
                        .region())
                .isEqualTo("us-east-2");
        assertThat(at("https://git-codecommit.cn-north-1.amazonaws.com.cn/v1/repos/a")
                        .region())
                .isEqualTo("cn-north-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://git-codecommit.eu-west-1.amazonaws.com/v1/repos/a",
                "https://git-codecommit.eu-west-1.amazonaws.com.evil.example/v1/repos/a",
                "https://evil.example/git-codecommit.eu-west-1.amazonaws.com",
                "https://git-codecommit.eu-west-1.amazonaws.com@evil.example/v1/repos/a",
                "ssh://git-codecommit.eu-west-1.amazonaws.com/v1/repos/a"
            })
    void signsForNobodyElse(String url) {
        assertThat(CodeCommit.of(GitUrl.parse(url))).isEmpty();
    }
}
