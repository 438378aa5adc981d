package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.discovery.Digests;
import io.fluxj.kube.discovery.DiscoveryDocuments;
import io.fluxj.kube.discovery.OpenApi;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.http.HttpResponse;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is not a resource: discovery, OpenAPI, version, health. */
final class Pages {
    private static final Set<String> PUBLIC = Set.of("/healthz", "/livez", "/readyz", "/version");
    private static final String PRIVATE = "no-cache, private";
    private static final String IMMUTABLE = "public, immutable";
    private static final Set<String> DOCUMENTS = Set.of("version", "api", "apis", "openapi");
    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private static final String SWAGGER_ASKED = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf";
    /** An at sign is not allowed in a media type. */
    private static final String SWAGGER = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    private final Core core;
    private final DiscoveryDocuments documents;
    private final OpenApi openApi;

    Pages(Core core) {
        this.core = core;
        this.documents = new DiscoveryDocuments(core.catalog());
        this.openApi = new OpenApi(core.catalog(), core.definitions());
    }

    boolean isPublic(String path) {
        return PUBLIC.contains(path);
    }

    HttpResponse answer(HttpRequest request, String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
        parts.removeIf(String::isEmpty);
        String first = parts.isEmpty() ? "" : parts.getFirst();
        boolean groups = first.equals("apis") && parts.size() == 1;
        if (DOCUMENTS.contains(first) && !groups && !request.method().equals("GET")) {
            throw ApiError.methodNotAllowed();
        }
        return switch (first) {
            case "healthz", "livez", "readyz" -> health(request, first);
            case "version" -> json(version());
            case "api" -> api(request, parts);
            case "apis" -> apis(request, parts);
            case "openapi" -> openapi(request, parts);
            case "" -> json(root());
            default -> throw notFound();
        };
    }

    private HttpResponse api(HttpRequest request, List<String> parts) {
        return switch (parts.size()) {
            case 1 ->
                aggregated(request)
                        ? aggregated(request, true)
                        : json(documents.coreVersions(request.header("host").orElse("")));
            case 2 -> resources("", parts.get(1));
            default -> throw notFound();
        };
    }

    private HttpResponse apis(HttpRequest request, List<String> parts) {
        return switch (parts.size()) {
            case 1 -> aggregated(request) ? aggregated(request, false) : json(documents.groupList());
            case 2 -> {
                List<String> versions = core.catalog().groups().get(parts.get(1));
                if (versions == null) {
                    throw notFound();
                }
                ObjectNode group = Nodes.object().put("kind", "APIGroup").put("apiVersion", "v1");
                group.setAll(documents.group(parts.get(1), versions));
                yield json(group);
            }
            case 3 -> resources(parts.get(1), parts.get(2));
            default -> throw notFound();
        };
    }

    private HttpResponse resources(String group, String version) {
        if (core.catalog().in(group, version).isEmpty()) {
            throw notFound();
        }
        return json(documents.resourceList(group, version));
    }

    private static boolean aggregated(HttpRequest request) {
        String accept = request.header("accept").orElse("");
        for (String part : accept.split(",", -1)) {
            if (part.contains("as=APIGroupDiscoveryList") && part.contains("v=v2") && !part.contains("v2beta1")) {
                return true;
            }
        }
        return false;
    }

    private HttpResponse aggregated(HttpRequest request, boolean coreGroup) {
        byte[] body = Nodes.bytes(documents.aggregated(coreGroup));
        return Tagged.answer(
                request,
                new HttpResponse.Content(200, Map.of("Content-Type", List.of(AGGREGATED)), body),
                Digests.of(List.of(body)),
                "public");
    }

    private HttpResponse openapi(HttpRequest request, List<String> parts) {
        if (parts.size() < 2) {
            throw notFound();
        }
        if (parts.get(1).equals("v2")) {
            return swagger(request);
        }
        if (!parts.get(1).equals("v3")) {
            throw notFound();
        }
        return switch (parts.size()) {
            case 2 ->
                new HttpResponse.Content(
                        200,
                        Map.of(
                                "Content-Type", List.of("text/plain; charset=utf-8"),
                                "Cache-Control", List.of(PRIVATE)),
                        Nodes.bytes(openApi.index()));
            case 4 -> document(request, "", parts.get(3));
            case 5 -> document(request, parts.get(3), parts.get(4));
            default -> throw notFound();
        };
    }

    private HttpResponse swagger(HttpRequest request) {
        String accept = request.header("accept").orElse("");
        HttpResponse.Content document = accept.startsWith(SWAGGER_ASKED) || accept.startsWith(SWAGGER)
                ? new HttpResponse.Content(200, Map.of("Content-Type", List.of(SWAGGER)), openApi.version2Protobuf())
                : json(openApi.version2());
        return Tagged.answer(request, document, Digests.of(List.of(document.body())), PRIVATE);
    }

    /** A document that is asked for by its hash never changes; who asks by another hash is sent to the right one. */
    private HttpResponse document(HttpRequest request, String group, String version) {
        if (core.catalog().in(group, version).isEmpty()) {
            throw notFound();
        }
        String hash = openApi.hash(group, version);
        String asked = request.parameter("hash");
        if (!asked.isEmpty() && !asked.equals(hash)) {
            return new HttpResponse.Content(
                    301,
                    Map.of(
                            "Location", List.of(request.path() + "?hash=" + hash),
                            "Cache-Control", List.of(PRIVATE)),
                    new byte[0]);
        }
        return Tagged.answer(
                request, json(openApi.document(group, version)), hash, asked.isEmpty() ? PRIVATE : IMMUTABLE);
    }

    private static HttpResponse health(HttpRequest request, String check) {
        boolean verbose = request.query().containsKey("verbose");
        return Answers.text(200, verbose ? "[+]ping ok\n" + check + " check passed\n" : "ok");
    }

    private static ObjectNode version() {
        return Nodes.object()
                .put("major", "1")
                .put("minor", "36")
                .put("emulationMajor", "1")
                .put("emulationMinor", "36")
                .put("minCompatibilityMajor", "1")
                .put("minCompatibilityMinor", "35")
                .put("gitVersion", "v1.36.0+embedded")
                .put("gitCommit", "unknown")
                .put("gitTreeState", "archive")
                .put("buildDate", "2026-01-01T00:00:00Z")
                .put("goVersion", "none")
                .put("compiler", "javac")
                .put("platform", "java/" + System.getProperty("os.arch", "unknown"));
    }

    private static ObjectNode root() {
        ObjectNode out = Nodes.object();
        out.set(
                "paths",
                Nodes.strings(List.of(
                        "/api",
                        "/api/v1",
                        "/apis",
                        "/healthz",
                        "/livez",
                        "/openapi/v2",
                        "/openapi/v3",
                        "/readyz",
                        "/version")));
        return out;
    }

    private static HttpResponse.Content json(ObjectNode document) {
        return new HttpResponse.Content(
                200,
                Map.of("Content-Type", List.of("application/json"), "Cache-Control", List.of(PRIVATE)),
                Nodes.bytes(document));
    }

    private static ApiError notFound() {
        return ApiError.pageNotFound();
    }
}
