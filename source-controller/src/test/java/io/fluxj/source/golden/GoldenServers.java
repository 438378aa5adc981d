package io.fluxj.source.golden;

import io.fluxj.testkit.EventSink;
import io.fluxj.testkit.FreePort;
import io.fluxj.testkit.GitSshServer;
import io.fluxj.testkit.GitTestServer;
import io.fluxj.testkit.S3TestServer;
import io.fluxj.testkit.TestCertificate;
import io.fluxj.testkit.TestTls;
import io.fluxj.testkit.golden.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** The servers that the scenarios talk to, and the placeholders that stand for them. */
final class GoldenServers implements AutoCloseable {
    private final Path fixtures;
    private final Path repositories;
    private final GitTestServer git;
    private final GitTestServer gitTls;
    private final GitSshServer ssh;
    private final GoldenRegistries registries;
    private final GoldenFiles files;
    private final S3TestServer buckets;
    private final EventSink sink;
    private final Map<String, String> places = new LinkedHashMap<>();

    private GoldenServers(Path fixtures, Path repositories, Path files) throws IOException {
        this.fixtures = fixtures;
        this.repositories = repositories;
        this.git = GitTestServer.start(repositories);
        SSLContext tls = TestTls.server(new TestCertificate(
                Files.readString(fixtures.resolve("keys/tls.crt")),
                Files.readString(fixtures.resolve("keys/tls.key"))));
        this.gitTls = GitTestServer.startTls(repositories, tls);
        this.ssh = GitSshServer.start(
                repositories,
                List.of(fixtures.resolve("keys/ssh_host_ed25519"), fixtures.resolve("keys/ssh_host_ecdsa")),
                fixtures.resolve("keys/ssh_authorized"));
        this.registries = GoldenRegistries.start(fixtures);
        this.files = GoldenFiles.start(fixtures, files);
        this.buckets = S3TestServer.start();
        this.sink = EventSink.start();
        places.put("GIT", "127.0.0.1:" + git.url().getPort());
        places.put("GITS", "127.0.0.1:" + gitTls.url().getPort());
        places.put("OCI", registries.open().address());
        places.put("OCIAUTH", registries.guarded().address());
        places.put("SSH", "127.0.0.1:" + ssh.port());
        places.putAll(this.files.places());
        places.put("S3", buckets.endpoint());
        places.put("STORE", "127.0.0.1:" + FreePort.choose());
        places.put("CLOSED", "127.0.0.1:" + FreePort.choose());
    }

    static GoldenServers start(Path fixtures, Path work) throws IOException {
        return new GoldenServers(
                fixtures,
                Files.createDirectories(work.resolve("repos")),
                Files.createDirectories(work.resolve("static")));
    }

    EventSink sink() {
        return sink;
    }

    GoldenRegistries registries() {
        return registries;
    }

    S3TestServer buckets() {
        return buckets;
    }

    /** What the store listens on and advertises. */
    String store() {
        return places.getOrDefault("STORE", "");
    }

    /** Variables of the scripts. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>(places);
        variables.remove(GoldenFiles.LOCALHOST);
        variables.put("REPOS", repositories.toString());
        variables.put("STATIC", files.folder().toString());
        variables.put("FIX", fixtures.toString());
        return variables;
    }

    /** What the names in scenarios stand for. */
    Places places() {
        return new Places(Places.Notation.AT, places, this::fixture);
    }

    private String fixture(String name) {
        try {
            return Files.readString(fixtures.resolve(name)).replace("[127.0.0.1]:31501", "[127.0.0.1]:" + ssh.port());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() throws IOException {
        git.close();
        gitTls.close();
        registries.close();
        ssh.close();
        files.close();
        buckets.close();
        sink.close();
    }
}
