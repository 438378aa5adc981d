package io.fluxj.kustomize.cli;

import io.fluxj.kustomize.BuildResult;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.OpenApiMode;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.schema.SchemaInUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes each object into a file of its own, called as kustomize calls it; what could be a path is made none. */
final class ObjectFiles {

    private ObjectFiles() {}

    static void write(BuildResult result, Path directory) throws IOException {
        SchemaInUse schema = new SchemaInUse(OpenApiMode.ADDS);
        Map<BuiltResource, String> namespaces = new LinkedHashMap<>();
        for (BuiltResource resource : result.resources()) {
            boolean cluster = schema.isClusterScoped(Gvk.of(resource.apiVersion(), resource.kind()));
            String namespace = resource.namespace().isEmpty() ? "default" : resource.namespace();
            namespaces.put(resource, cluster ? "" : namespace);
        }
        boolean several = namespaces.values().stream()
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .count()
                > 1;
        for (BuiltResource resource : result.resources()) {
            String own = namespaces.getOrDefault(resource, "");
            String namespace = several && !own.isEmpty() ? own + "_" : "";
            Files.writeString(directory.resolve(safe(namespace + name(resource))), resource.toYaml());
        }
    }

    private static String name(BuiltResource resource) {
        String type = Stream.of(resource.apiVersion().split("/", -1))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("_"));
        return type + "_" + resource.kind() + "_" + resource.name() + ".yaml";
    }

    private static String safe(String name) {
        return name.toLowerCase(Locale.ROOT).replace('/', '-').replace('\\', '-');
    }
}
