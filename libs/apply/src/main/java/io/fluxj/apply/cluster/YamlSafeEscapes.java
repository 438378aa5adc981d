package io.fluxj.apply.cluster;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** Escapes the characters that JSON allows raw in a string but YAML 1.1 takes for line breaks or refuses. */
final class YamlSafeEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
        codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean control = character >= 0x80 && character <= 0x9f;
        boolean lineBreak = character == 0x2028 || character == 0x2029;
        boolean refused = character == 0xfeff || character == 0xfffe || character == 0xffff;
        return control || lineBreak || refused ? new SerializedString("\\u%04x".formatted(character)) : null;
    }
}
