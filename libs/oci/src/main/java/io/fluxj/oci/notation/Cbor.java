package io.fluxj.oci.notation;

import io.fluxj.oci.signature.UnverifiedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A value of CBOR, as much of it as signatures have: no floats, no lengths that come later. Source: RFC 8949. */
sealed interface Cbor {
    /** A whole number. */
    record Int(long value) implements Cbor {}

    /** Bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content
    record Bytes(byte[] value) implements Cbor {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /** Text. */
    record Text(String value) implements Cbor {}

    /** Values in a row. */
    record Row(List<Cbor> values) implements Cbor {
        /** Makes the list unmodifiable. */
        public Row {
            values = List.copyOf(values);
        }
    }

    /** Values by keys, each once. */
    record Table(Map<Cbor, Cbor> values) implements Cbor {
        /** Makes the map unmodifiable. */
        public Table {
            values = Map.copyOf(values);
        }
    }

    /** A value with a meaning. */
    record Tagged(long tag, Cbor value) implements Cbor {}

    /** Neither text nor number: false, true, null, undefined. */
    record Simple(int value) implements Cbor {}

    /** Reads exactly one value. */
    static Cbor read(byte[] bytes) throws UnverifiedException {
        return new CborReader(bytes).readAll();
    }

    /** What comes before a value of {@code length} and a major type. */
    static byte[] head(int major, int length) {
        int type = major << 5;
        if (length < 24) {
            return new byte[] {(byte) (type | length)};
        }
        if (length < 0x100) {
            return new byte[] {(byte) (type | 24), (byte) length};
        }
        if (length < 0x10000) {
            return new byte[] {(byte) (type | 25), (byte) (length >> 8), (byte) length};
        }
        return new byte[] {
            (byte) (type | 26), (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
        };
    }

    /** The text's own form. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
