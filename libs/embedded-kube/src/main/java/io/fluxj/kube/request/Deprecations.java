package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.discovery.Catalog;
import io.fluxj.kube.discovery.VersionOrder;
import io.fluxj.kube.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Warns clients of versions that are on their way out. */
final class Deprecations {
    private static final Map<String, String> BUILT_IN = Map.of(
            "Endpoints", "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice",
            "ComponentStatus", "v1 ComponentStatus is deprecated in v1.19+");

    private Deprecations() {}

    /** The answer with the warning that the resource's version calls for. */
    static HttpResponse warned(Catalog catalog, ResourceType type, HttpResponse response) {
        Optional<String> warning = of(catalog, type);
        if (warning.isEmpty()) {
            return response;
        }
        String text = Answers.warning(warning.get());
        return switch (response) {
            case HttpResponse.Content content ->
                new HttpResponse.Content(content.status(), with(content.headers(), text), content.body());
            case HttpResponse.Stream stream ->
                new HttpResponse.Stream(stream.status(), with(stream.headers(), text), stream.writer());
            case HttpResponse.Drop drop -> drop;
        };
    }

    private static Map<String, List<String>> with(Map<String, List<String>> headers, String warning) {
        Map<String, List<String>> out = new LinkedHashMap<>(headers);
        out.merge("Warning", List.of(warning), (others, own) -> {
            List<String> all = new ArrayList<>(own);
            all.addAll(others);
            return all;
        });
        return out;
    }

    private static Optional<String> of(Catalog catalog, ResourceType type) {
        JsonNode version = type.custom();
        if (version == null) {
            return type.group().isEmpty() ? Optional.ofNullable(BUILT_IN.get(type.kind())) : Optional.empty();
        }
        if (!version.path("deprecated").asBoolean()) {
            return Optional.empty();
        }
        String own = version.path("deprecationWarning").asText("");
        return Optional.of(own.isEmpty() ? standard(catalog, type) : own);
    }

    private static String standard(Catalog catalog, ResourceType type) {
        String text = type.apiVersion() + " " + type.kind() + " is deprecated";
        return catalog.versions(type.name()).stream()
                .filter(t ->
                        t.custom() != null && !t.custom().path("deprecated").asBoolean())
                .filter(t -> VersionOrder.NEWEST_FIRST.compare(t.version(), type.version()) < 0)
                .min((a, b) -> VersionOrder.NEWEST_FIRST.compare(a.version(), b.version()))
                .map(t -> text + "; use " + t.apiVersion() + " " + t.kind())
                .orElse(text);
    }
}
