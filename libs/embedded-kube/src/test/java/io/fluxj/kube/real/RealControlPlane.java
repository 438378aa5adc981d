package io.fluxj.kube.real;

import static org.awaitility.Awaitility.await;

import io.fluxj.kube.scenario.Server;
import io.fluxj.kube.tls.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real etcd, kube-apiserver and kube-controller-manager on free loopback ports, from the folder that {@code
 * KUBEBUILDER_ASSETS} names. One per JVM: tests share it and keep to namespaces of their own.
 */
public final class RealControlPlane {
    /** The token of a user that may do everything. */
    public static final String TOKEN = "real-admin";

    private static final String ASSETS = "KUBEBUILDER_ASSETS";
    private static final String CONTROLLERS_TOKEN = "real-controllers";

    private static final class Holder {
        private static final RealControlPlane ONLY = new RealControlPlane(Path.of(assets().orElseThrow()));
    }

    private final Path programs;
    private final Path folder;
    private final int port = freePort();
    private final List<Process> processes = new ArrayList<>();

    private RealControlPlane(Path programs) {
        this.programs = programs;
        try {
            folder = Files.createTempDirectory("embedded-kube-real");
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            writeFiles();
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the programs are there. */
    public static boolean available() {
        return assets().isPresent();
    }

    /** The one of this JVM, started when first asked for. */
    public static RealControlPlane shared() {
        return Holder.ONLY;
    }

    /** The base address. */
    public String url() {
        return "https://127.0.0.1:" + port;
    }

    private static Optional<String> assets() {
        return Optional.ofNullable(System.getenv(ASSETS)).filter(a -> !a.isBlank());
    }

    private void writeFiles() throws IOException {
        Authority authority = Authority.create();
        Authority.Credential server = authority.server(List.of("localhost", "kubernetes"), List.of("127.0.0.1"));
        Files.writeString(file("ca.crt"), authority.root().certificatePem());
        Files.writeString(file("server.crt"), server.certificatePem());
        Files.writeString(file("server.key"), server.keyPem());
        Files.writeString(
                file("tokens.csv"),
                TOKEN + ",admin,,\"system:masters\"\n" + CONTROLLERS_TOKEN + ",system:kube-controller-manager,2\n");
        Files.writeString(file("controllers.yaml"), """
            apiVersion: v1
            kind: Config
            clusters: [{name: real, cluster: {server: "%s", certificate-authority: %s}}]
            users: [{name: controllers, user: {token: %s}}]
            contexts: [{name: real, context: {cluster: real, user: controllers}}]
            current-context: real
            """.formatted(url(), file("ca.crt"), CONTROLLERS_TOKEN));
    }

    private void start() throws IOException {
        String etcd = "http://127.0.0.1:" + freePort();
        String peer = "http://127.0.0.1:" + freePort();
        run(
                "etcd",
                "--name=real",
                "--data-dir=" + file("etcd"),
                "--unsafe-no-fsync",
                "--listen-client-urls=" + etcd,
                "--advertise-client-urls=" + etcd,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=real=" + peer,
                "--log-level=error");
        EtcdRevisions.advance(etcd);
        Process apiServer = run(
                "kube-apiserver",
                "--etcd-servers=" + etcd,
                "--secure-port=" + port,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--endpoint-reconciler-type=none",
                "--tls-cert-file=" + file("server.crt"),
                "--tls-private-key-file=" + file("server.key"),
                "--client-ca-file=" + file("ca.crt"),
                "--token-auth-file=" + file("tokens.csv"),
                "--authorization-mode=RBAC",
                "--anonymous-auth=false",
                "--allow-privileged=true",
                "--service-cluster-ip-range=10.0.0.0/16",
                "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                "--service-account-key-file=" + file("server.key"),
                "--service-account-signing-key-file=" + file("server.key"),
                "--max-requests-inflight=800",
                "--max-mutating-requests-inflight=400",
                "--profiling=false");
        Server server = new Server(url(), TOKEN);
        await("the real API server is ready").atMost(Duration.ofMinutes(2)).until(() -> {
            if (!apiServer.isAlive()) {
                throw new IllegalStateException(
                        "kube-apiserver ended: " + Files.readString(file("kube-apiserver.log")));
            }
            return server.isReady();
        });
        run(
                "kube-controller-manager",
                "--kubeconfig=" + file("controllers.yaml"),
                "--authentication-kubeconfig=" + file("controllers.yaml"),
                "--authorization-kubeconfig=" + file("controllers.yaml"),
                "--bind-address=127.0.0.1",
                "--secure-port=" + freePort(),
                "--leader-elect=false",
                "--use-service-account-credentials=true",
                "--root-ca-file=" + file("ca.crt"),
                "--service-account-private-key-file=" + file("server.key"));
    }

    private Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file(program + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        processes.reversed().forEach(Process::destroyForcibly);
        for (Process process : processes) {
            process.onExit().join();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
