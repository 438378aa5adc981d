package io.fluxj.cli.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.cli.CommandRun;
import io.fluxj.testkit.RequestSink;
import io.fluxj.testkit.RequestSink.Reply;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** {@code fluxj trigger receiver}: path, signature, tokens, another try where it may help; no cluster. */
final class TriggerReceiverTest {
    /** {@code printf 'secretmainflux-system' | sha256sum} */
    private static final String PATH = "/hook/6613a940ee14548d496dd88de671013e6e2b71e6d302f4ca73e2405eb039af07";

    @Test
    void postsToThePathMadeOfTokenNameAndNamespace() throws Exception {
        try (RequestSink server = RequestSink.start(request -> Reply.OK)) {
            CommandRun run = trigger(server, "--token=secret", "--payload={\"a\":1}");

            assertThat(run).isEqualTo(new CommandRun(0, "", """
                    ► triggering Receiver flux-system/main
                    ✔ Receiver flux-system/main triggered
                    """));
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.target()).isEqualTo(PATH);
                assertThat(request.body()).isEqualTo("{\"a\":1}");
            });
        }
    }

    /** {@code printf '{}' | openssl dgst -sha256 -hmac secret} */
    @Test
    void signsForReceiversThatCheckIt() throws Exception {
        try (RequestSink server = RequestSink.start(request -> Reply.OK)) {
            trigger(server, "--token=secret", "--type=generic-hmac");

            assertThat(header(server, "X-Signature"))
                    .isEqualTo("sha256=77325902caca812dc259733aacd046b73817372c777b8d95b402647474516e13");
        }
    }

    @Test
    void bearsTheIdentityTokenOfTheEnvironment() throws Exception {
        try (RequestSink server = RequestSink.start(request -> Reply.OK)) {
            CommandRun run = CommandRun.run(
                    Map.of("FLUX_TRIGGER_RECEIVER_OIDC_TOKEN", "a.b.c"),
                    "",
                    "trigger",
                    "receiver",
                    "main",
                    "--type=generic-oidc",
                    "--url=" + server.url());

            assertThat(run.code()).isZero();
            assertThat(header(server, "Authorization")).isEqualTo("Bearer a.b.c");
        }
    }

    @Test
    void triesAgainWhereItMayHelp() throws Exception {
        Queue<Reply> replies = new ArrayDeque<>(List.of(new Reply(404, "not yet"), Reply.OK));
        try (RequestSink server = RequestSink.start(request -> replies.remove())) {
            CommandRun run = trigger(server, "--token=secret", "--retry-delay=1ms");

            assertThat(run.code()).isZero();
            assertThat(run.err())
                    .contains("failed with status 404: not yet; retrying in 1ms (1/10)\n")
                    .endsWith("✔ Receiver flux-system/main triggered\n");
        }
    }

    @Test
    void givesUpAtOnceWhereItWillNot() throws Exception {
        try (RequestSink server = RequestSink.start(request -> new Reply(401, "who?"))) {
            CommandRun run = trigger(server, "--token=secret");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).endsWith("failed with status 401: who?\n").doesNotContain("secret");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void refusesFlagsThatDoNotGoTogether() {
        assertThat(failure("main")).isEqualTo("✗ --url is required\n");
        assertThat(failure("main", "--url=http://x")).isEqualTo("✗ --token is required for --type=generic\n");
        assertThat(failure("main", "--url=http://x", "--type=foo"))
                .isEqualTo("✗ invalid --type \"foo\", must be one of: generic, generic-hmac, generic-oidc\n");
        assertThat(failure("main", "--url=http://x", "--type=generic-oidc", "--token=a"))
                .isEqualTo(
                        "✗ --token must not be set for --type=generic-oidc, the Receiver of this type has no secret\n");
        assertThat(failure("main", "--url=http://x", "--type=generic-oidc"))
                .isEqualTo(
                        "✗ no OIDC token provided: set --oidc-provider, --oidc-token or the FLUX_TRIGGER_RECEIVER_OIDC_TOKEN environment variable\n");
        assertThat(failure("main", "--url=ftp://x", "--token=a"))
                .isEqualTo("✗ --url must be an address such as https://flux-webhook.example.com, but is ftp://x\n");
    }

    private static String failure(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "trigger";
        all[1] = "receiver";
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandRun.run(Map.of(), "", all).err();
    }

    private static CommandRun trigger(RequestSink server, String... flags) {
        String[] words = new String[flags.length + 4];
        words[0] = "trigger";
        words[1] = "receiver";
        words[2] = "main";
        words[3] = "--url=" + server.url();
        System.arraycopy(flags, 0, words, 4, flags.length);
        return CommandRun.run(Map.of(), "", words);
    }

    private static String header(RequestSink server, String name) {
        return server.requests().getFirst().headers().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
