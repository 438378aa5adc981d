package io.fluxj.deploy.acceptance;

import io.fluxj.git.serve.GitHttpServer;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.ChartPackage;
import io.fluxj.helm.chart.LoadLimits;
import io.fluxj.testkit.RegistryServer;
import io.fluxj.testkit.RequestSink;
import io.fluxj.testkit.StaticTestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;

/**
 * What the objects of the main path lead to.
 *
 * @param repository the bare repository that {@code git} serves
 */
record Servers(GitHttpServer git, Path repository, StaticTestServer charts, RegistryServer registry, RequestSink sink)
        implements AutoCloseable {
    private static final String MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json";

    static Servers start(Path folder) throws Exception {
        Path repositories = Files.createDirectories(folder.resolve("git"));
        Path repository = repositories.resolve("fleet.git");
        RegistryServer registry = RegistryServer.start(Files.createDirectories(folder.resolve("registry")));
        Servers servers = new Servers(
                GitHttpServer.start(repositories),
                repository,
                StaticTestServer.start(charts(folder)),
                registry,
                RequestSink.start(_ -> RequestSink.Reply.OK));
        servers.tag("1.0.0");
        commit(folder.resolve("tree"), repository, deployment(registry.address()));
        return servers;
    }

    /** A text with their addresses in it. */
    String fill(String text) {
        return text.replace("{git}", git.url().toString())
                .replace("{charts}", charts.url().toString())
                .replace("{registry}", registry.address())
                .replace("{sink}", sink.url().toString());
    }

    /** Has the registry offer another version of the image. */
    void tag(String version) {
        registry.tag("acme/web", version, "sha256:" + "0".repeat(64), MANIFEST_TYPE);
    }

    String image(String version) {
        return registry.address() + "/acme/web:" + version;
    }

    /** How many commits the repository has. */
    int commits() throws Exception {
        try (Git git = Git.open(repository.toFile())) {
            int commits = 0;
            for (var _ : git.log().add(git.getRepository().resolve("main")).call()) {
                commits++;
            }
            return commits;
        }
    }

    private static Path charts(Path folder) throws IOException {
        Path source = folder.resolve("chart/app");
        Files.createDirectories(source.resolve("templates"));
        Files.writeString(source.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: 1.2.3\n");
        Files.writeString(source.resolve("templates/map.yaml"), map("released"));
        Chart chart = new ChartLoader(LoadLimits.STANDARD, _ -> {}).load(source);
        Path served = Files.createDirectories(folder.resolve("charts"));
        try (OutputStream out = Files.newOutputStream(served.resolve(ChartPackage.fileName(chart)))) {
            ChartPackage.write(chart, out);
        }
        Files.writeString(served.resolve("index.yaml"), """
                apiVersion: v1
                entries: {app: [{apiVersion: v2, name: app, version: 1.2.3, urls: [app-1.2.3.tgz]}]}
                """);
        return served;
    }

    private static void commit(Path tree, Path bare, String deployment) throws Exception {
        Files.writeString(Files.createDirectories(tree.resolve("apps")).resolve("web.yaml"), deployment);
        Files.writeString(tree.resolve("apps/map.yaml"), map("applied"));
        Files.writeString(Files.createDirectories(tree.resolve("part")).resolve("map.yaml"), map("composed"));
        try (Git _ = Git.init()
                        .setBare(true)
                        .setInitialBranch("main")
                        .setDirectory(bare.toFile())
                        .call();
                Git local = Git.init()
                        .setInitialBranch("main")
                        .setDirectory(tree.toFile())
                        .call()) {
            local.add().addFilepattern(".").call();
            local.commit()
                    .setSign(false)
                    .setMessage("by hand")
                    .setAuthor("t", "t@example.com")
                    .setCommitter("t", "t@example.com")
                    .call();
            local.push().setRemote(bare.toUri().toString()).add("main").call();
        }
    }

    private static String deployment(String registry) {
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - name: web
                      image: %s/acme/web:1.0.0 # {"$imagepolicy": "apps:web"}
            """.formatted(registry);
    }

    private static String map(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\n";
    }

    @Override
    public void close() {
        git.close();
        charts.close();
        registry.close();
        sink.close();
    }
}
