package io.fluxj.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A real etcd, kube-apiserver with RBAC and, when its program is there, kube-controller-manager, on free loopback ports.
 * There is no kubelet: Pods stay Pending.
 */
final class ControlPlane implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final String ETCD = "etcd";
    private static final String API_SERVER = "kube-apiserver";
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUER = "https://kubernetes.default.svc.cluster.local";

    private final Path programs;
    private final Path folder;
    private final ControlPlaneFiles files;
    private final int port;
    private final String etcd = "http://127.0.0.1:" + FreePort.choose();
    private final List<ServerProcess> processes = new CopyOnWriteArrayList<>();

    /** Tests may end without closing us (System.exit, an aborted run). */
    private final Thread atExit = new Thread(() -> processes.forEach(ServerProcess::kill));

    private ControlPlane(Path programs, Path folder, ControlPlaneFiles files, int port) {
        this.programs = programs;
        this.folder = folder;
        this.files = files;
        this.port = port;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param programs the folder that holds {@code etcd}, {@code kube-apiserver} and perhaps
     *     {@code kube-controller-manager}
     */
    static ControlPlane start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("fluxj-control-plane");
            int port = FreePort.choose();
            ControlPlane controlPlane = new ControlPlane(programs, folder, ControlPlaneFiles.write(folder, port), port);
            Runtime.getRuntime().addShutdownHook(controlPlane.atExit);
            try {
                controlPlane.startProcesses();
                return controlPlane;
            } catch (RuntimeException e) {
                controlPlane.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare a control plane", e);
        }
    }

    Path kubeconfig() {
        return files.adminKubeconfig();
    }

    Path folder() {
        return folder;
    }

    /** Lets it go on when this JVM ends; whoever asks for that sees to the end of the processes. */
    List<ProcessHandle> outlive() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        return processes.stream().map(process -> process.process().toHandle()).toList();
    }

    /** Whether a folder has the program of the controllers. */
    static boolean hasControllers(Path programs) {
        return Files.isExecutable(programs.resolve("kube-controller-manager"));
    }

    private void startProcesses() {
        start(ETCD, etcdArguments(etcd, "http://127.0.0.1:" + FreePort.choose()));
        startApiServer();
    }

    /** Starts the API server and the controllers, the first time or after they were killed, and waits until it is ready. */
    void startApiServer() {
        awaitReady(start(API_SERVER, apiServerArguments(etcd, port)));
        if (hasControllers(programs)) {
            start("kube-controller-manager", controllerArguments(FreePort.choose()));
        }
    }

    /** Kills the API server, and the controllers, which end without it anyway; its etcd goes on. */
    void killApiServer() {
        List<ServerProcess> killed = processes.stream()
                .filter(process -> !process.name().equals(ETCD))
                .toList();
        killed.forEach(ServerProcess::kill);
        processes.removeAll(killed);
    }

    /** Has etcd forget all versions before its newest one. */
    void compact() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String revision = JSON.readTree(
                            post(http, "/v3/kv/range", "{\"key\":\"AA==\",\"range_end\":\"AA==\",\"count_only\":true}"))
                    .at("/header/revision")
                    .asText();
            post(http, "/v3/kv/compaction", "{\"revision\":\"" + revision + "\"}");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot compact etcd", failed);
        }
    }

    private String post(HttpClient http, String path, String body) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(etcd + path))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("etcd answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private ServerProcess start(String program, List<String> arguments) {
        ServerProcess process = ServerProcess.start(programs.resolve(program), arguments, folder);
        processes.add(process);
        return process;
    }

    private List<String> etcdArguments(String client, String peer) {
        return List.of(
                "--name=local",
                "--data-dir=" + folder.resolve("etcd"),
                "--unsafe-no-fsync",
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=local=" + peer,
                "--log-level=warn");
    }

    private List<String> apiServerArguments(String etcd, int port) {
        return List.of(
                "--etcd-servers=" + etcd,
                "--secure-port=" + port,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--endpoint-reconciler-type=none",
                "--tls-cert-file=" + files.certificate("apiserver"),
                "--tls-private-key-file=" + files.key("apiserver"),
                "--client-ca-file=" + files.certificate("ca"),
                "--authorization-mode=RBAC",
                "--anonymous-auth=false",
                "--allow-privileged=true",
                "--service-cluster-ip-range=10.0.0.0/24",
                "--service-account-issuer=" + ISSUER,
                "--service-account-key-file=" + files.serviceAccountPublicKey(),
                "--service-account-signing-key-file=" + files.key("service-accounts"),
                "--max-requests-inflight=800",
                "--max-mutating-requests-inflight=400",
                "--profiling=false");
    }

    private List<String> controllerArguments(int port) {
        Path kubeconfig = files.controllersKubeconfig();
        return List.of(
                "--kubeconfig=" + kubeconfig,
                "--authentication-kubeconfig=" + kubeconfig,
                "--authorization-kubeconfig=" + kubeconfig,
                "--bind-address=127.0.0.1",
                "--secure-port=" + port,
                "--leader-elect=false",
                "--use-service-account-credentials=true",
                "--root-ca-file=" + files.certificate("ca"),
                "--service-account-private-key-file=" + files.key("service-accounts"));
    }

    private void awaitReady(ServerProcess apiServer) {
        try (var client = Kubeconfigs.client(files.adminKubeconfig())) {
            Awaitility.await("readyz")
                    .atMost(READY_WITHIN)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        processes.forEach(ServerProcess::requireAlive);
                        return Kubeconfigs.isReady(client);
                    });
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException("kube-apiserver is not ready:\n" + apiServer.lastLines(), e);
        }
    }

    /** Ends the programs, the last started first. */
    @Override
    public void close() {
        processes.reversed().forEach(ServerProcess::close);
        processes.clear();
        DeleteFolder.quietly(folder);
    }
}
