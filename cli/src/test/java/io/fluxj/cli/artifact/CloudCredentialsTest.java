package io.fluxj.cli.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.oci.RegistryCredentials;
import io.fluxj.testkit.RequestSink;
import io.fluxj.testkit.RequestSink.Reply;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code --provider} of the commands for artifacts. That the clouds' logins are asked rightly is held by their own tests. */
final class CloudCredentialsTest {
    private static final String ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void amazonIsAskedAsTheEnvironmentSays() throws Exception {
        // AWS:s3cr3t
        String answer = """
                {"authorizationData": [{"authorizationToken": "QVdTOnMzY3IzdA==", "expiresAt": 1767312000}]}
                """;
        try (RequestSink api = RequestSink.start(request -> new Reply(200, answer))) {
            Map<String, String> environment = Map.of(
                    "AWS_ACCESS_KEY_ID",
                    "AKIA1",
                    "AWS_SECRET_ACCESS_KEY",
                    "k3y",
                    "AWS_ENDPOINT_URL_ECR",
                    api.url() + "/");

            RegistryCredentials credentials = new CloudCredentials(environment, CLOCK).of("aws", ECR);

            assertThat(credentials).isEqualTo(new RegistryCredentials.Basic("AWS", "s3cr3t"));
            assertThat(api.requests().getFirst().headers().get("authorization"))
                    .contains("Credential=AKIA1/20260101/eu-west-1/ecr/aws4_request")
                    .doesNotContain("k3y");
        }
    }

    @Test
    void googleIsAskedOfTheMachine() throws Exception {
        String answer = """
                {"access_token": "t0ken", "expires_in": 3600, "token_type": "Bearer"}
                """;
        try (RequestSink metadata = RequestSink.start(request -> new Reply(200, answer))) {
            Map<String, String> environment =
                    Map.of("GCE_METADATA_HOST", metadata.url().getAuthority());

            assertThat(new CloudCredentials(environment, CLOCK).of("gcp", "europe-docker.pkg.dev"))
                    .isEqualTo(new RegistryCredentials.Basic("oauth2accesstoken", "t0ken"));
        }
    }

    @Test
    void mistakesAreOneClearLineInEveryCommand() {
        String[][] commands = {
            {"pull", "artifact", "oci://registry.example.com/app:v1", "--output=."},
            {"list", "artifacts", "oci://registry.example.com/app"},
            {"tag", "artifact", "oci://registry.example.com/app:v1", "--tag=v2"},
            {"diff", "artifact", "oci://registry.example.com/app:v1", "--path=src/test/resources/create"},
            {
                "push",
                "artifact",
                "oci://registry.example.com/app:v1",
                "--path=src/test/resources/create",
                "--source=a",
                "--revision=b"
            }
        };
        for (String[] command : commands) {
            refused("no login to registry.example.com by --provider aws: invalid AWS registry", "aws", command);
            refused("--provider must be one of generic, aws, azure, gcp, not 'aliyun'", "aliyun", command);
        }
    }

    private static void refused(String message, String provider, String... command) {
        String[] words = Arrays.copyOf(command, command.length + 1);
        words[command.length] = "--provider=" + provider;
        CommandRun run = CommandRun.run(Map.of("AWS_EC2_METADATA_DISABLED", "true"), "", words);
        assertThat(run.code()).as(run.err()).isNotZero();
        assertThat(run.err().lines().toList().getLast())
                .as(String.join(" ", words))
                .startsWith("✗ ")
                .contains(message);
        assertThat(run.out()).isEmpty();
    }
}
