package io.fluxj.runtime.options;

import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads truth values in all the ways in which Go programs take them: {@code --enable-leader-election=1}. */
final class GoBooleanConverter implements ITypeConverter<Boolean> {
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    @Override
    public Boolean convert(String value) {
        return parse(value).orElseThrow(() -> new TypeConversionException("'" + value + "' is neither true nor false"));
    }

    /** The truth value, or empty when the text is none. */
    static Optional<Boolean> parse(String text) {
        if (TRUE.contains(text)) {
            return Optional.of(true);
        }
        return FALSE.contains(text) ? Optional.of(false) : Optional.empty();
    }
}
