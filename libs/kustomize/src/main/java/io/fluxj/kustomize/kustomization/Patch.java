package io.fluxj.kustomize.kustomization;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of {@code patches}. */
public record Patch(
        String path, String patch, @Nullable Selector target, boolean allowNameChange, boolean allowKindChange) {

    private record Options(boolean name, boolean kind) {}

    public static Patch read(Fields fields) {
        Options options = Objects.requireNonNullElse(
                fields.object("options", o -> new Options(o.flag("allowNameChange"), o.flag("allowKindChange"))),
                new Options(false, false));
        return new Patch(
                fields.text("path"),
                fields.text("patch"),
                fields.object("target", Selector::read),
                options.name(),
                options.kind());
    }
}
