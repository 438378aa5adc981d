package io.fluxj.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.kube.scenario.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that have a document are not sent it again until it changes. */
class DocumentCachingTest {
    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    private static final String TOKEN = "caching-admin";

    private final EmbeddedKube kube = EmbeddedKube.start();
    private final Server server = new Server(kube.url(), TOKEN);

    DocumentCachingTest() {
        kube.addToken(TOKEN, "admin", List.of("system:masters"));
    }

    @AfterEach
    void stop() {
        kube.close();
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) {
        return server.send(server.request(path, headers).build(), BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/apis", "/openapi/v2", "/openapi/v3/apis/apps/v1"})
    void whatDidNotChangeIsNotSentAgain(String path) {
        Map<String, String> accept = Map.of("Accept", path.startsWith("/api") ? AGGREGATED : "application/json");
        HttpResponse<String> first = get(path, accept);
        HttpResponse<String> second =
                get(path, Map.of("Accept", accept.getOrDefault("Accept", ""), "If-None-Match", tag(first)));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag(first)).matches("\"[0-9A-F]{128}\"");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(tag(second)).isEqualTo(tag(first));
    }

    @Test
    void aNewDefinitionChangesDiscoveryAndOpenApi() {
        List<String> paths = List.of("/apis", "/openapi/v2");
        List<String> before = paths.stream()
                .map(path -> tag(get(path, Map.of("Accept", AGGREGATED))))
                .toList();
        define();

        for (int i = 0; i < paths.size(); i++) {
            HttpResponse<String> after =
                    get(paths.get(i), Map.of("Accept", AGGREGATED, "If-None-Match", before.get(i)));
            assertThat(after.statusCode()).as(paths.get(i)).isEqualTo(200);
        }
    }

    @Test
    void whatIsAskedForByItsHashMayBeKeptForEver() {
        define();
        String index = get("/openapi/v3", Map.of()).body();
        String url = index.replaceAll(".*\"(/openapi/v3/apis/caching.io/v1[^\"]*)\".*", "$1");
        HttpResponse<String> document = get(url, Map.of());
        HttpResponse<String> other = get("/openapi/v3/apis/caching.io/v1?hash=0", Map.of());

        assertThat(document.headers().allValues("Cache-Control")).isEqualTo(List.of("public, immutable"));
        assertThat(url).endsWith("?hash=" + tag(document).replace("\"", ""));
        assertThat(other.statusCode()).isEqualTo(301);
        assertThat(other.headers().firstValue("Location")).hasValue(url);
    }

    private void define() {
        String definition = """
            {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": "things.caching.io"},
             "spec": {"group": "caching.io", "scope": "Namespaced", "names": {"plural": "things", "kind": "Thing"}, "versions":
             [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema": {"type": "object"}}}]}}""";
        HttpResponse<String> answer = server.send(
                server.request(
                                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
                                Map.of("Content-Type", "application/json"))
                        .POST(BodyPublishers.ofString(definition))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
    }
}
