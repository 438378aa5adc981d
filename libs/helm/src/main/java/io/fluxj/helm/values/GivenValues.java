package io.fluxj.helm.values;

import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that a user gives, in the order in which Helm reads them: files, then {@code --set-json}, {@code --set}, {@code --set-string},
 * {@code --set-file}, {@code --set-literal}.
 *
 * @param files names of files
 */
public record GivenValues(
        List<String> files,
        List<String> json,
        List<String> typed,
        List<String> texts,
        List<String> fileTexts,
        List<String> literals) {
    public static final GivenValues NONE =
            new GivenValues(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Reads the files that values are in. */
    @FunctionalInterface
    public interface Source {
        /**
         * The bytes of a file.
         *
         * @throws IOException with a message such as {@code open x: no such file or directory}
         */
        byte[] read(String name) throws IOException;
    }

    /**
     * All of them in one table.
     *
     * @throws HelmException naming the flag that is malformed
     */
    public Map<String, @Nullable Object> merged(Source source) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String file : files) {
            values = ValueTree.merged(values, file(source, file));
        }
        for (String flag : json) {
            values = withJson(values, flag);
        }
        into(values, "--set", typed, new SetDialect.Texts(SetDialect::typed));
        into(values, "--set-string", texts, new SetDialect.Texts(text -> text));
        into(values, "--set-file", fileTexts, new SetDialect.Texts(name -> text(source, name)));
        into(values, "--set-literal", literals, new SetDialect.Literal());
        return values;
    }

    private static Map<String, @Nullable Object> file(Source source, String name) {
        try {
            return ValuesYaml.read(GoText.of(source.read(name)));
        } catch (IOException e) {
            throw new HelmException(Subject.VALUES, String.valueOf(e.getMessage()), e);
        } catch (GoError e) {
            throw new HelmException(Subject.VALUES, "failed to parse " + name + ": " + e.getMessage(), e);
        }
    }

    private static String text(Source source, String name) throws SetFailure {
        try {
            return GoText.of(source.read(name));
        } catch (IOException e) {
            throw new SetFailure(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, @Nullable Object> withJson(Map<String, @Nullable Object> values, String flag) {
        String trimmed = GoText.trimSpace(flag);
        if (!trimmed.startsWith("{")) {
            try {
                SetParser.parse(flag, new SetDialect.Json(), values);
                return values;
            } catch (SetFailure e) {
                throw new HelmException(Subject.VALUES, "failed parsing --set-json data " + flag, e);
            }
        }
        try {
            Object value = JsonReader.read(Meter.NONE, trimmed);
            return ValueTree.merged(values, ValueTree.asTable((Map<?, ?>) java.util.Objects.requireNonNull(value)));
        } catch (GoError e) {
            throw new HelmException(Subject.VALUES, "failed parsing --set-json data JSON: " + flag, e);
        }
    }

    private static void into(
            Map<String, @Nullable Object> values, String flag, List<String> given, SetDialect dialect) {
        for (String text : given) {
            try {
                SetParser.parse(text, dialect, values);
            } catch (SetFailure e) {
                throw new HelmException(Subject.VALUES, "failed parsing " + flag + " data: " + e.getMessage(), e);
            }
        }
    }
}
