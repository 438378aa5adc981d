package io.fluxj.gotemplate.sprig;

import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Values;
import io.fluxj.semver.Version;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A version as templates see it.
 *
 * @param pointer whether it is a pointer to the struct; the methods that count up answer with the struct itself
 */
record SemverObject(Version version, boolean pointer) implements GoObject {
    static final GoType STRUCT = GoType.struct("semver.Version");
    static final GoType POINTER = GoType.pointer(STRUCT);

    @Override
    public GoType type() {
        return pointer ? POINTER : STRUCT;
    }

    @Override
    public Optional<String> text() {
        return Optional.of(version.toString());
    }

    @Override
    public Optional<Object> encoded() {
        return Optional.of(version.toString());
    }

    @Override
    public Optional<GoFunction> method(String name) {
        return switch (name) {
            case "Major" -> plain(GoInt.of(GoType.UINT64, version.major()));
            case "Minor" -> plain(GoInt.of(GoType.UINT64, version.minor()));
            case "Patch" -> plain(GoInt.of(GoType.UINT64, version.patch()));
            case "Prerelease" -> plain(version.preRelease());
            case "Metadata" -> plain(version.metadata());
            case "Original" -> plain(version.original());
            case "String" -> plain(version.toString());
            case "IncMajor" -> plain(next(version.major() + 1, 0, 0));
            case "IncMinor" -> plain(next(version.major(), version.minor() + 1, 0));
            case "IncPatch" ->
                plain(next(version.major(), version.minor(), version.patch() + (version.isPreRelease() ? 0 : 1)));
            case "Compare" ->
                Optional.of(GoFunction.of(compares(GoType.INT), (run, a) -> GoInt.of(compared(a.getFirst()))));
            case "LessThan" -> comparison(sign -> sign < 0);
            case "LessThanEqual" -> comparison(sign -> sign <= 0);
            case "GreaterThan" -> comparison(sign -> sign > 0);
            case "GreaterThanEqual" -> comparison(sign -> sign >= 0);
            case "Equal" -> comparison(sign -> sign == 0);
            default -> Optional.empty();
        };
    }

    private static Optional<GoFunction> plain(Object value) {
        return Optional.of(GoFunction.of(new Signature(List.of(), false, Values.type(value)), (run, a) -> value));
    }

    private SemverObject next(long major, long minor, long patch) {
        String prefix = version.original().startsWith("v") ? "v" : "";
        String numbers =
                Long.toUnsignedString(major) + "." + Long.toUnsignedString(minor) + "." + Long.toUnsignedString(patch);
        return new SemverObject(new Version(major, minor, patch, "", "", prefix + numbers), false);
    }

    private static Signature compares(GoType result) {
        return new Signature(List.of(POINTER), false, result);
    }

    private int compared(@Nullable Object other) {
        return Version.PRECEDENCE.compare(version, ((SemverObject) Objects.requireNonNull(other)).version);
    }

    private Optional<GoFunction> comparison(IntPredicate wanted) {
        return Optional.of(GoFunction.of(compares(GoType.BOOL), (run, a) -> wanted.test(compared(a.getFirst()))));
    }
}
