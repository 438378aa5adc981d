package io.fluxj.gotemplate.corpus;

import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.JsonTrip;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.yaml.Dialect;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Objects of the kinds that Helm gives to templates: named types with methods, structs, pointers to structs. */
final class HostObjects {
    private static final GoType STRING = GoType.STRING;

    private HostObjects() {}

    private static GoFunction method(GoType result, GoFunction.Body body, GoType... parameters) {
        return GoFunction.of(new Signature(List.of(parameters), false, result), body);
    }

    /** {@code engine.files}, a map of bytes by name. */
    record Files(Map<String, byte[]> files) implements GoObject {
        private static final GoType TYPE = GoType.map(STRING, GoType.BYTES).named("engine.files");

        @Override
        public GoType type() {
            return TYPE;
        }

        @Override
        public Object underlying() {
            return GoMap.of(TYPE, files);
        }

        @Override
        public Optional<GoFunction> method(String name) {
            return switch (name) {
                case "Get" -> Optional.of(HostObjects.method(STRING, (run, a) -> GoText.of(bytes(a)), STRING));
                case "GetBytes" -> Optional.of(HostObjects.method(GoType.BYTES, (run, a) -> bytes(a), STRING));
                case "Lines" ->
                    Optional.of(HostObjects.method(GoType.STRINGS, (run, a) -> lines(GoText.of(bytes(a))), STRING));
                case "Glob" ->
                    Optional.of(HostObjects.method(TYPE, (run, a) -> glob(String.valueOf(a.getFirst())), STRING));
                case "AsConfig" -> Optional.of(HostObjects.method(STRING, (run, a) -> yaml(false)));
                case "AsSecrets" -> Optional.of(HostObjects.method(STRING, (run, a) -> yaml(true)));
                default -> Optional.empty();
            };
        }

        private byte[] bytes(List<? extends @Nullable Object> args) {
            return files.getOrDefault(String.valueOf(args.getFirst()), new byte[0]);
        }

        private static GoSlice lines(String text) {
            if (text.isEmpty()) {
                return GoSlice.strings(List.of());
            }
            String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            return GoSlice.strings(Arrays.asList(whole.split("\n", -1)));
        }

        private Files glob(String pattern) {
            com.google.re2j.Pattern regex = Globs.compile(pattern);
            Map<String, byte[]> found = new TreeMap<>();
            files.forEach((name, bytes) -> {
                if (regex.matches(name)) {
                    found.put(name, bytes);
                }
            });
            return new Files(found);
        }

        private String yaml(boolean encoded) {
            Map<String, Object> map = new HashMap<>();
            files.forEach((name, bytes) -> map.put(
                    name.substring(name.lastIndexOf('/') + 1),
                    encoded ? Base64.getEncoder().encodeToString(bytes) : GoText.of(bytes)));
            return YamlWriter.write(Meter.NONE, Dialect.V2, new JsonTrip(Meter.NONE).of(map))
                    .stripTrailing();
        }
    }

    /** {@code common.Values}. */
    static GoMap values(Map<String, @Nullable Object> map) {
        return GoMap.of(GoType.ANY_MAP.named("common.Values"), map);
    }

    /** {@code *common.Capabilities}. */
    record Capabilities(String version, List<String> apiVersions) implements GoObject {
        @Override
        public GoType type() {
            return GoType.pointer(GoType.struct("common.Capabilities"));
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    Field.of("KubeVersion", new KubeVersion(version)),
                    Field.of("APIVersions", new VersionSet(apiVersions)),
                    Field.of("HelmVersion", new BuildInfo()));
        }
    }

    /** {@code common.KubeVersion}. */
    record KubeVersion(String version) implements GoObject {
        @Override
        public GoType type() {
            return GoType.struct("common.KubeVersion");
        }

        private String normal() {
            int dash = version.indexOf('-');
            return dash < 0 ? version : version.substring(0, dash);
        }

        @Override
        public List<Field> fields() {
            String[] numbers = normal().substring(1).split("\\.", -1);
            return List.of(Field.of("Version", version), Field.of("Major", numbers[0]), Field.of("Minor", numbers[1]));
        }

        @Override
        public Optional<String> text() {
            return Optional.of(normal());
        }

        @Override
        public Optional<GoFunction> method(String name) {
            return name.equals("String") || name.equals("GitVersion")
                    ? Optional.of(HostObjects.method(STRING, (run, a) -> normal()))
                    : Optional.empty();
        }
    }

    /** {@code common.VersionSet}. */
    record VersionSet(List<String> versions) implements GoObject {
        private static final GoType TYPE = GoType.STRINGS.named("common.VersionSet");

        @Override
        public GoType type() {
            return TYPE;
        }

        @Override
        public Object underlying() {
            return GoSlice.of(TYPE, versions);
        }

        @Override
        public Optional<GoFunction> method(String name) {
            return name.equals("Has")
                    ? Optional.of(HostObjects.method(GoType.BOOL, (run, a) -> versions.contains(a.getFirst()), STRING))
                    : Optional.empty();
        }
    }

    /** {@code version.BuildInfo}. */
    record BuildInfo() implements GoObject {
        @Override
        public GoType type() {
            return GoType.basic(Kind.STRUCT, "version.BuildInfo");
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    Field.of("Version", "v4.3"),
                    Field.of("GitCommit", ""),
                    Field.of("GitTreeState", ""),
                    Field.of("GoVersion", "go1.26"));
        }
    }
}
