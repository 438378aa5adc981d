package io.fluxj.testkit;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Versity S3 Gateway over a folder, whose folders are buckets and whose files are objects; it checks signatures. */
public final class VersityGateway implements AutoCloseable {
    /** Id of the key that it knows. */
    public static final String ACCESS = "user";

    /** The key. */
    public static final String SECRET = "password";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerProcess process;
    private final int port;

    private VersityGateway(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Where the program is: below {@code $FLUXJ_TOOLS}, in the user's cache, or on the path. */
    public static Optional<Path> program() {
        String home = System.getProperty("user.home");
        Stream<String> tools = Stream.of(
                Objects.requireNonNullElse(System.getenv("FLUXJ_TOOLS"), home + "/.cache/fluxj-tools") + "/bin");
        Stream<String> path =
                Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
        return Stream.concat(tools, path)
                .map(folder -> Path.of(folder, "versitygw"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts on a free loopback port, and waits until it can be reached.
     *
     * @param folder existing folder with the buckets
     */
    public static VersityGateway start(Path folder) throws IOException, InterruptedException {
        int port = FreePort.choose();
        Path logs = Files.createTempDirectory("versitygw");
        List<String> arguments = List.of(
                "--access",
                ACCESS,
                "--secret",
                SECRET,
                "--region",
                "us-east-1",
                "--port",
                "127.0.0.1:" + port,
                "posix",
                "--sidecar",
                Files.createDirectories(logs.resolve("sidecar")).toString(),
                folder.toString());
        VersityGateway gateway =
                new VersityGateway(ServerProcess.start(program().orElseThrow(), arguments, logs), port);
        gateway.await();
        return gateway;
    }

    private void await() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isReachable()) {
            process.requireAlive();
            if (Instant.now().isAfter(end)) {
                throw new IOException("versitygw does not answer:\n" + process.lastLines());
            }
            Thread.sleep(20);
        }
    }

    private boolean isReachable() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@code 127.0.0.1:<port>}. */
    public String endpoint() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
    }
}
