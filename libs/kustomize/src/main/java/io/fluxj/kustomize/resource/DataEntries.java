package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Entries of {@code data} and {@code binaryData} of ConfigMaps and Secrets. */
public final class DataEntries {

    private static final int LINE = 70;

    private DataEntries() {}

    static void put(Node object, String field, String key, String value) {
        Mappings.set(Lookup.create(object, Node.Kind.MAPPING, List.of(field)), key, Node.string(value));
    }

    /** Puts bytes into a ConfigMap: as text if they are UTF-8, else as base64 into {@code binaryData}. */
    public static void putConfigMap(Node object, String key, byte[] bytes) {
        Optional<String> text = decode(bytes);
        if (text.isPresent()) {
            put(object, "data", key, text.get());
        } else {
            put(object, "binaryData", key, base64(bytes));
        }
    }

    /** Puts bytes into a Secret, as base64. */
    public static void putSecret(Node object, String key, byte[] bytes) {
        put(object, "data", key, base64(bytes));
    }

    /** The text that the bytes are in UTF-8, empty if they are none. */
    public static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Base64 in lines of 70 characters; a single line has no line break. */
    static String base64(byte[] bytes) {
        String encoded = Base64.getEncoder().encodeToString(bytes);
        if (encoded.length() < LINE) {
            return encoded;
        }
        StringBuilder lines = new StringBuilder(encoded.length() + encoded.length() / LINE + 1);
        for (int i = 0; i < encoded.length(); i += LINE) {
            lines.append(encoded, i, Math.min(encoded.length(), i + LINE)).append('\n');
        }
        return lines.toString();
    }
}
