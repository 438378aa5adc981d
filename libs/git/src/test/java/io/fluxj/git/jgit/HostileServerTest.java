package io.fluxj.git.jgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.fluxj.git.FetchLimits;
import io.fluxj.git.FetchLimits.Received;
import io.fluxj.git.GitAccess;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitReference;
import io.fluxj.git.GitUrl;
import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.git.serve.RequestHook.Decision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks the protocol and means harm. */
class HostileServerTest {
    private static final GitReference MAIN = new GitReference.Branch("main");
    private static final byte[] NO_SHALLOWS = "0000".getBytes(StandardCharsets.US_ASCII);
    private static final String HASH = "1".repeat(40);

    @TempDir
    Path folder;

    private final CountDownLatch closed = new CountDownLatch(1);
    private GitHttpServer server;

    /** Sends the body of an answer to a question for references or objects. */
    private interface Answer {
        void write(OutputStream out) throws IOException;
    }

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("scratch"));
        server = GitHttpServer.start(folder);
    }

    @AfterEach
    void stop() throws IOException {
        closed.countDown();
        server.close();
        try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void isNotAskedForMoreReferencesThanAllowed() throws Exception {
        serve(HostileServerTest::endlessReferences, out -> {});
        GitException refused = failure(Received.DEFAULT.withReferences(1000));
        assertThat(refused.problem()).as(refused.message()).isEqualTo(Problem.REFUSED);
        assertThat(refused.message()).endsWith("the server sent too many references (more than 1000)");
    }

    @Test
    void isRefusedWhenItsPackAnnouncesMoreObjectsThanAllowed() throws Exception {
        serve(HostileServerTest::oneReference, out -> {
            out.write(NO_SHALLOWS);
            out.write(line("NAK\n"));
            out.write(data(ByteBuffer.allocate(12)
                    .put("PACK".getBytes(StandardCharsets.US_ASCII))
                    .putInt(2)
                    .putInt(-1)
                    .array()));
            out.flush();
            await();
        });
        GitException refused = failure(Received.DEFAULT);
        assertThat(refused.problem()).as(refused.message()).isEqualTo(Problem.REFUSED);
        assertThat(refused.message()).contains("a pack of 4294967295 objects");
    }

    @Test
    void isRefusedWhenItsPackNeverEnds() throws Exception {
        serve(HostileServerTest::oneReference, out -> {
            out.write(NO_SHALLOWS);
            out.write(line("NAK\n"));
            ByteArrayOutputStream start = new ByteArrayOutputStream();
            start.write(ByteBuffer.allocate(12)
                    .put("PACK".getBytes(StandardCharsets.US_ASCII))
                    .putInt(2)
                    .putInt(1)
                    .array());
            // a blob of some 256 KiB, stored without compression
            start.write(new byte[] {(byte) 0xb0, (byte) 0x80, (byte) 0x80, 0x01, 0x78, 0x01});
            out.write(data(start.toByteArray()));
            byte[] block = new byte[1005];
            ByteBuffer.wrap(block)
                    .put((byte) 0)
                    .put((byte) 0xe8)
                    .put((byte) 0x03)
                    .put((byte) 0x17)
                    .put((byte) 0xfc);
            while (closed.getCount() > 0) {
                out.write(data(block));
            }
        });
        GitException refused = failure(Received.DEFAULT.withPackBytes(100_000));
        assertThat(refused.problem()).as(refused.message()).isEqualTo(Problem.REFUSED);
        assertThat(refused.message()).contains("too many bytes of objects (more than 100000)");
    }

    @Test
    void isLeftInTimeWhileItKeepsSendingProgress() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        serve(HostileServerTest::oneReference, out -> {
            out.write(NO_SHALLOWS);
            out.write(line("NAK\n"));
            byte[] progress = packet((byte) 2, "x".repeat(60_000).getBytes(StandardCharsets.US_ASCII));
            try {
                while (closed.getCount() > 0) {
                    out.write(progress);
                }
            } catch (IOException gone) {
                hungUp.countDown();
                throw gone;
            }
        });
        GitException late = failure(Received.DEFAULT, Duration.ofSeconds(2));
        assertThat(late.problem()).as(late.message()).isEqualTo(Problem.TIMEOUT);
        assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isHeardOnOneShortLine() throws Exception {
        serve(
                out -> out.write(concat(
                        line("# service=git-upload-pack\n"),
                        "0000".getBytes(StandardCharsets.US_ASCII),
                        line("ERR no\u001b[2Jway\r\nhome " + "x".repeat(32 << 10)))),
                out -> {});
        GitException refused = failure(Received.DEFAULT);
        assertThat(refused.message())
                .contains("remote error: no [2Jway home xxx")
                .hasSizeLessThan(1300)
                .doesNotContainPattern("\\p{Cntrl}");
    }

    private static void endlessReferences(OutputStream out) throws IOException {
        out.write(line("# service=git-upload-pack\n"));
        out.write("0000".getBytes(StandardCharsets.US_ASCII));
        out.write(line(HASH + " refs/heads/main\0side-band-64k\n"));
        for (int i = 0; i < 1_000_000; i++) {
            out.write(line(HASH + " refs/heads/b" + i + "\n"));
        }
    }

    private static void oneReference(OutputStream out) throws IOException {
        out.write(line("# service=git-upload-pack\n"));
        out.write("0000".getBytes(StandardCharsets.US_ASCII));
        out.write(
                line(
                        HASH
                                + " refs/heads/main\0side-band-64k shallow multi_ack_detailed no-done allow-tip-sha1-in-want allow-reachable-sha1-in-want ofs-delta\n"));
        out.write("0000".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return concat("%04x".formatted(bytes.length + 4).getBytes(StandardCharsets.US_ASCII), bytes);
    }

    private static byte[] data(byte[] bytes) {
        return packet((byte) 1, bytes);
    }

    private static byte[] packet(byte channel, byte[] bytes) {
        return concat(
                "%04x".formatted(bytes.length + 5).getBytes(StandardCharsets.US_ASCII), new byte[] {channel}, bytes);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private void await() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private void serve(Answer references, Answer objects) throws IOException {
        server.close();
        server = GitHttpServer.start(GitHttpServer.Options.of(folder).withHook(exchange -> {
            boolean question = exchange.getRequestMethod().equals("GET");
            answer(exchange, question ? references : objects, question ? "advertisement" : "result");
            return new Decision.Answered();
        }));
    }

    private static void answer(HttpExchange exchange, Answer answer, String part) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-" + part);
        exchange.sendResponseHeaders(200, 0);
        answer.write(exchange.getResponseBody());
    }

    private GitException failure(Received limits) {
        return failure(limits, SampleRepository.PATIENCE);
    }

    private GitException failure(Received limits, Duration timeout) {
        GitAccess access = GitAccess.anonymous(GitUrl.parse(server.url() + "/app.git"), timeout);
        JGitRemote remote = new JGitRemote(access, folder.resolve("scratch"), FetchLimits.DEFAULT.withReceived(limits));
        return assertThatExceptionOfType(GitException.class)
                .isThrownBy(() -> remote.fetch(MAIN, Files.createDirectories(folder.resolve("out"))))
                .actual();
    }
}
