package io.fluxj.substitution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Text by its UTF-8 bytes: offsets and lengths count bytes. Source: behaviour §2.4. */
final class ByteText {

    private ByteText() {}

    /**
     * @param arguments the first byte and, if given, how many; what is no number leaves the value as it is
     * @throws SubstitutionException if a length is negative or the cut would leave half a character
     */
    static String substring(String value, List<String> arguments, int offset) throws SubstitutionException {
        var numbers = new ArrayList<Long>();
        for (var argument : arguments) {
            var number = number(argument);
            if (number.isEmpty()) {
                return value;
            }
            numbers.add(number.getAsLong());
        }
        var bytes = value.getBytes(UTF_8);
        long from = numbers.getFirst();
        long start = from < 0 ? Math.max(0, bytes.length + from) : from;
        // Wraps as Go's numbers do; a wrapped end is a negative length.
        long end = numbers.size() < 2 ? Math.max(start, bytes.length) : start + numbers.get(1);
        if (start >= bytes.length && end >= bytes.length) {
            return "";
        }
        if (end < start) {
            throw new SubstitutionException("the length of a substring must not be negative", offset);
        }
        return slice(bytes, (int) start, (int) Math.min(end, bytes.length), offset);
    }

    /** Digits with or without a sign, as Go reads them: ASCII only. */
    private static OptionalLong number(String text) {
        try {
            return text.chars().allMatch(c -> c < 0x80) ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * @return the text of bytes {@code from} to {@code to}
     * @throws SubstitutionException if a cut would leave half a character, which no YAML document may hold
     */
    static String slice(byte[] bytes, int from, int to, int offset) throws SubstitutionException {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SubstitutionException("the expression cuts a character of several bytes in two", offset);
        }
    }
}
