package io.fluxj.gotemplate.parse;

import io.fluxj.gotemplate.format.GoNumbers;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoComplex;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of templates: all types of Go that can hold one are noted with it. */
final class NumberReader {
    private static final double TWO_TO_63 = 0x1p63;
    private static final double TWO_TO_64 = 0x1p64;

    private NumberReader() {}

    static Node.Numeral read(Token token, Parser.Text source) {
        String text = token.text();
        if (token.type() == TokenType.CHAR_CONSTANT) {
            return character(token, source);
        }
        if (token.type() == TokenType.COMPLEX) {
            return complex(token, pair(text).orElseThrow(() -> source.failure("expected integer")));
        }
        if (text.endsWith("i")) {
            Optional<Double> imaginary = GoNumbers.parseFloat(text.substring(0, text.length() - 1));
            if (imaginary.isPresent()) {
                return complex(token, new GoComplex(0, imaginary.get()));
            }
        }
        return real(token, source);
    }

    private static Node.Numeral character(Token token, Parser.Text source) {
        String text = token.text();
        if (!Quoting.startsWithCharacter(text)) {
            throw source.failure("invalid syntax");
        }
        long rune = Quoting.unquotedCharacter(text)
                .orElseThrow(() -> source.failure("malformed character constant: " + text));
        return new Node.Numeral(token.position(), text, rune, rune, (double) rune, null);
    }

    private static Node.Numeral real(Token token, Parser.Text source) {
        String text = token.text();
        OptionalLong unsigned = GoNumbers.parseUint(text, 0);
        OptionalLong signed = GoNumbers.parseInt(text, 0);
        if (signed.isPresent()) {
            long value = signed.getAsLong();
            Long positive = unsigned.isPresent() || value == 0 ? (Long) unsigned.orElse(0) : null;
            return new Node.Numeral(token.position(), text, value, positive, (double) value, null);
        }
        if (unsigned.isPresent()) {
            double value = Double.parseDouble(Long.toUnsignedString(unsigned.getAsLong()));
            return new Node.Numeral(token.position(), text, null, unsigned.getAsLong(), value, null);
        }
        double value = GoNumbers.parseFloat(text)
                .filter(Double::isFinite)
                .orElseThrow(() -> source.failure("illegal number syntax: " + Quoting.quoted(text)));
        if (text.chars().noneMatch(c -> ".eEpP".indexOf(c) >= 0)) {
            throw source.failure("integer overflow: " + Quoting.quoted(text));
        }
        return new Node.Numeral(token.position(), text, whole(value), wholeUnsigned(value), value, null);
    }

    private static Node.Numeral complex(Token token, GoComplex value) {
        boolean isReal = value.imaginary() == 0;
        return new Node.Numeral(
                token.position(),
                token.text(),
                isReal ? whole(value.real()) : null,
                isReal ? wholeUnsigned(value.real()) : null,
                isReal ? (Double) value.real() : null,
                value);
    }

    private static @Nullable Long whole(double value) {
        return value >= -TWO_TO_63 && value < TWO_TO_63 && (long) value == value ? (Long) (long) value : null;
    }

    private static @Nullable Long wholeUnsigned(double value) {
        if (value < 0 || value >= TWO_TO_64 || value != Math.rint(value)) {
            return null;
        }
        return value < TWO_TO_63 ? (long) value : (long) (value - TWO_TO_63) + Long.MIN_VALUE;
    }

    /** Reads {@code 1+2i}. */
    private static Optional<GoComplex> pair(String text) {
        int split = 0;
        for (int i = 1; i < text.length(); i++) {
            boolean sign = text.charAt(i) == '+' || text.charAt(i) == '-';
            split = sign && "eEpP".indexOf(text.charAt(i - 1)) < 0 ? i : split;
        }
        Optional<Double> real = GoNumbers.parseFloat(text.substring(0, split));
        Optional<Double> imaginary = GoNumbers.parseFloat(text.substring(split, text.length() - 1));
        return real.isPresent() && imaginary.isPresent()
                ? Optional.of(new GoComplex(real.get(), imaginary.get()))
                : Optional.empty();
    }
}
