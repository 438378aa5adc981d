package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.load.Texts;
import io.fluxj.kustomize.schema.OpenApiReader;
import java.util.Map;

/** Carries out the {@code openapi} field. */
final class OpenApiChoice {

    private static final String BUILTIN_VERSION = "v1.21.2";

    private OpenApiChoice() {}

    static void apply(Map<String, String> field, Directory directory, Build build) {
        String path = field.get("path");
        String version = field.getOrDefault("version", "");
        byte[] content = path == null ? new byte[0] : load(path, directory);
        if (build.schema().isChosen()) {
            return;
        }
        if (path != null) {
            if (field.containsKey("version")) {
                throw BuildException.because("openapi has both path and version")
                        .inField("openapi");
            }
            build.schema().choose(OpenApiReader.read(parse(path, content, directory, build)));
        } else if (version.equals(BUILTIN_VERSION)) {
            build.schema().chooseBuiltin();
        } else if (!version.isEmpty()) {
            throw BuildException.because("the OpenAPI version '" + version + "' is not built in")
                    .inField("openapi.version")
                    .hint("use " + BUILTIN_VERSION + ", or bring a schema with openapi.path");
        }
    }

    private static byte[] load(String path, Directory directory) {
        try {
            return directory.load(path);
        } catch (BuildException e) {
            throw e.inField("openapi.path");
        }
    }

    private static Map<?, ?> parse(String path, byte[] content, Directory directory, Build build) {
        String name = directory.describe(path);
        try {
            Object plain = KustomizationReader.parse(
                    Texts.of(content, name), build.log().bounds());
            if (plain instanceof Map<?, ?> map) {
                return map;
            }
            throw BuildException.because("an OpenAPI schema has to be a map")
                    .hint("name a file with an OpenAPI 2 document");
        } catch (BuildException e) {
            throw e.inFile(name).inField("openapi.path");
        }
    }
}
