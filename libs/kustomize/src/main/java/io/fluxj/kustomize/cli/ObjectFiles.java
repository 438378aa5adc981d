package io.fluxj.kustomize.cli;

import io.fluxj.kustomize.BuildResult;
import io.fluxj.kustomize.BuiltResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes each object into a file of its own. */
final class ObjectFiles {

    private ObjectFiles() {}

    static void write(BuildResult result, Path directory) throws IOException {
        boolean several = result.resources().stream()
                        .map(BuiltResource::namespace)
                        .distinct()
                        .count()
                > 1;
        for (BuiltResource resource : result.resources()) {
            String namespace = several && !resource.namespace().isEmpty() ? resource.namespace() + "_" : "";
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
        return name.toLowerCase(Locale.ROOT).replace(':', '-').replace('/', '-').replace('\\', '-');
    }
}
