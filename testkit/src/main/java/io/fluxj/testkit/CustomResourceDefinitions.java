package io.fluxj.testkit;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * The CRDs that lie on the class path in {@code io/fluxj/crds/}, as YAML files.
 *
 * @param documents the files' contents
 */
record CustomResourceDefinitions(List<String> documents) {
    private static final String FOLDER = "io/fluxj/crds";
    private static final Duration ESTABLISHED_WITHIN = Duration.ofMinutes(2);

    static CustomResourceDefinitions fromClassPath() {
        try {
            List<String> documents = new ArrayList<>();
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                documents.addAll(read(folder.toURI()));
            }
            return new CustomResourceDefinitions(List.copyOf(documents));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the CRDs in " + FOLDER + " on the class path", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot read the CRDs in " + FOLDER + " on the class path", e);
        }
    }

    private static List<String> read(URI folder) throws IOException {
        if (!folder.getScheme().equals("jar")) {
            return read(Path.of(folder));
        }
        // Not by the URI: such file systems are one for the whole JVM, and both servers may be started at once.
        Path file = Path.of(URI.create(folder.getSchemeSpecificPart().replaceFirst("!/.*", "")));
        try (FileSystem jar = FileSystems.newFileSystem(file, Map.of())) {
            return read(jar.getPath(FOLDER));
        }
    }

    private static List<String> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> documents = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                documents.add(Files.readString(file));
            }
            return documents;
        }
    }

    /** Applies all of them and waits until each is served. */
    void installInto(KubernetesClient client) {
        for (String document : documents) {
            for (HasMetadata object : load(client, document)) {
                client.resource(object).forceConflicts().serverSideApply();
            }
        }
        Awaitility.await("CRDs established").atMost(ESTABLISHED_WITHIN).until(() -> allEstablished(client));
        Awaitility.await("objects listed")
                .atMost(ESTABLISHED_WITHIN)
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .untilAsserted(() -> listAll(client));
    }

    /** A kind that is established may still answer 429 for a moment: "storage is (re)initializing". */
    private void listAll(KubernetesClient client) {
        documents.stream()
                .flatMap(document -> load(client, document).stream())
                .map(CustomResourceDefinition.class::cast)
                .forEach(crd -> crd.getSpec().getVersions().stream()
                        .filter(CustomResourceDefinitionVersion::getServed)
                        .forEach(version -> client.raw("/apis/%s/%s/%s?limit=1"
                                .formatted(
                                        crd.getSpec().getGroup(),
                                        version.getName(),
                                        crd.getSpec().getNames().getPlural()))));
    }

    private boolean allEstablished(KubernetesClient client) {
        return documents.stream()
                .flatMap(document -> load(client, document).stream())
                .allMatch(object -> isEstablished(client.resources(CustomResourceDefinition.class)
                        .withName(object.getMetadata().getName())
                        .get()));
    }

    private static boolean isEstablished(@Nullable CustomResourceDefinition crd) {
        return crd != null
                && crd.getStatus() != null
                && crd.getStatus().getConditions().stream()
                        .anyMatch(c -> c.getType().equals("Established")
                                && c.getStatus().equals("True"));
    }

    private static List<HasMetadata> load(KubernetesClient client, String document) {
        try (InputStream in = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))) {
            return client.load(in).items();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
