package io.fluxj.kustomization.golden;

import com.sun.net.httpserver.HttpServer;
import io.fluxj.archive.Archiver;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.IgnoreRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Packs files and serves the archive, as a source controller does. */
public final class ArtifactHost implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> archives = new ConcurrentHashMap<>();

    private ArtifactHost(HttpServer server) {
        this.server = server;
    }

    /** Serves on a free loopback port. */
    public static ArtifactHost start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ArtifactHost host = new ArtifactHost(server);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] archive = host.archives.get(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(archive == null ? 404 : 200, archive == null ? -1 : archive.length);
                if (archive != null) {
                    exchange.getResponseBody().write(archive);
                }
            }
        });
        server.start();
        return host;
    }

    /** Where an archive is served, and its digest. */
    public record Hosted(String url, String path, String digest, long size) {}

    /** Packs and serves files under a path such as {@code gitrepository/ns/name/<commit>.tar.gz}. */
    public Hosted host(String path, Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory("artifact-");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        Hosted hosted = host(path, folder);
        delete(folder);
        return hosted;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Packs and serves a folder. */
    public Hosted host(String path, Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Archiver.Archived archived = Archiver.archive(folder, IgnoreRules.NONE, DigestAlgorithm.SHA256, bytes);
        archives.put("/" + path, bytes.toByteArray());
        return new Hosted(url(path), path, archived.digest().toString(), archived.size());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    /** {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
