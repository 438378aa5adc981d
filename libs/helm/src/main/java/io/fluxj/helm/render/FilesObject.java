package io.fluxj.helm.render;

import com.google.re2j.Pattern;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Run;
import io.fluxj.gotemplate.yaml.JsonTrip;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.helm.chart.ChartFile;
import io.fluxj.yaml.Dialect;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code .Files}: bytes by the names of the files. */
record FilesObject(Map<String, byte[]> files) implements GoObject {
    private static final GoType TYPE = GoType.map(GoType.STRING, GoType.BYTES).named("engine.files");

    static FilesObject of(List<ChartFile> files) {
        Map<String, byte[]> byName = new HashMap<>();
        files.forEach(file -> byName.put(file.name(), file.data()));
        return new FilesObject(byName);
    }

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
            case "Get" -> Optional.of(named(GoType.STRING, file -> GoText.of(bytes(file))));
            case "GetBytes" -> Optional.of(named(GoType.BYTES, this::bytes));
            case "Lines" -> Optional.of(named(GoType.STRINGS, file -> lines(GoText.of(bytes(file)))));
            case "Glob" -> Optional.of(named(TYPE, this::glob));
            case "AsConfig" -> Optional.of(plain(run -> yaml(run, false)));
            case "AsSecrets" -> Optional.of(plain(run -> yaml(run, true)));
            default -> Optional.empty();
        };
    }

    private interface OfName {
        Object of(String name);
    }

    private static GoFunction named(GoType result, OfName body) {
        return GoFunction.of(
                new Signature(List.of(GoType.STRING), false, result),
                (run, args) -> body.of(String.valueOf(args.getFirst())));
    }

    private interface OfRun {
        @Nullable
        Object of(Run run);
    }

    private static GoFunction plain(OfRun body) {
        return GoFunction.of(new Signature(List.of(), false, GoType.STRING), (run, args) -> body.of(run));
    }

    private byte[] bytes(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    private static GoSlice lines(String text) {
        if (text.isEmpty()) {
            return GoSlice.strings(List.of());
        }
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return GoSlice.strings(Arrays.asList(whole.split("\n", -1)));
    }

    private FilesObject glob(String pattern) {
        Pattern regex = FileGlob.of(pattern);
        Map<String, byte[]> found = new HashMap<>();
        files.forEach((name, bytes) -> {
            if (regex.matches(name)) {
                found.put(name, bytes);
            }
        });
        return new FilesObject(found);
    }

    /** By the last part of their names; of several that share it the last one counts (Helm: any). */
    private String yaml(Run run, boolean encoded) {
        Map<String, Object> map = new HashMap<>();
        new TreeMap<>(files)
                .forEach((name, bytes) -> map.put(
                        name.substring(name.lastIndexOf('/') + 1),
                        encoded ? Base64.getEncoder().encodeToString(bytes) : GoText.of(bytes)));
        try {
            String text = YamlWriter.write(run, Dialect.V2, new JsonTrip(run).of(map));
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (GoError e) {
            return "";
        }
    }
}
