package io.fluxj.manifest.decrypt;

import io.fluxj.sops.Format;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts by which Flux knows what sops encrypted. */
final class Marker {
    private Marker() {}

    private static String of(Format format) {
        return switch (format) {
            case YAML -> "mac: ENC[";
            case JSON, BINARY -> "\"mac\": \"ENC[";
            case DOTENV -> "sops_mac=ENC[";
            case INI -> "[sops]";
        };
    }

    /** Whether the bytes look encrypted, if they are of that format. */
    static boolean isIn(byte[] bytes, Format format) {
        return text(bytes).contains(of(format));
    }

    /** The format of bytes that look encrypted. */
    static Optional<Format> formatOf(byte[] bytes) {
        String text = text(bytes);
        for (Format format : new Format[] {Format.YAML, Format.JSON, Format.DOTENV, Format.INI}) {
            if (text.contains(of(format))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
