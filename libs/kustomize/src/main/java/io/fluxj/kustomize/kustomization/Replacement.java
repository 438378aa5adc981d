package io.fluxj.kustomize.kustomization;

import io.fluxj.kustomize.id.ResourceId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code replacements}.
 *
 * @param path file with replacements, {@code ""} if the entry itself is one
 * @param sourceValue a fixed value, or null
 */
public record Replacement(
        String path,
        @Nullable Source source,
        @Nullable String sourceValue,
        @Nullable List<Target> targets) {

    /** The object and field that the value is read from. */
    public record Source(ResourceId id, String fieldPath, Options options) {}

    /** Objects and fields that the value is written to. */
    public record Target(@Nullable Selector select, List<Selector> reject, List<String> fieldPaths, Options options) {}

    /** How the value is cut out or put in. */
    public record Options(String delimiter, int index, boolean create) {
        static final Options NONE = new Options("", 0, false);
    }

    public static Replacement read(Fields fields) {
        return new Replacement(
                fields.text("path"),
                fields.object("source", Replacement::readSource),
                fields.has("sourceValue") ? fields.text("sourceValue") : null,
                fields.has("targets") ? fields.objects("targets", Replacement::readTarget) : null);
    }

    private static Source readSource(Fields fields) {
        ResourceId id = new ResourceId(Selector.gvk(fields), false, fields.text("name"), fields.text("namespace"));
        return new Source(id, fields.text("fieldPath"), options(fields));
    }

    private static Target readTarget(Fields fields) {
        return new Target(
                fields.object("select", Selector::read),
                fields.objects("reject", Selector::read),
                fields.texts("fieldPaths"),
                options(fields));
    }

    private static Options options(Fields fields) {
        return Objects.requireNonNullElse(fields.object("options", Replacement::readOptions), Options.NONE);
    }

    private static Options readOptions(Fields fields) {
        fields.text("encoding");
        return new Options(fields.text("delimiter"), (int) fields.number("index"), fields.flag("create"));
    }
}
