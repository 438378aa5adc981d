package io.fluxj.oci.notation;

import io.fluxj.oci.signature.UnverifiedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads values one after another. Used by one thread. */
final class CborReader {
    private static final int DEEPEST = 16;
    private static final int ONE_BYTE = 24;
    private static final int EIGHT_BYTES = 27;

    private final ByteBuffer in;

    CborReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    Cbor readAll() throws UnverifiedException {
        Cbor value = value(0);
        if (in.hasRemaining()) {
            throw malformed("something follows");
        }
        return value;
    }

    private Cbor value(int depth) throws UnverifiedException {
        if (depth > DEEPEST) {
            throw malformed("more than " + DEEPEST + " levels");
        }
        int first = Byte.toUnsignedInt(bytes(1)[0]);
        int major = first >> 5;
        long argument = argument(first & 31);
        return switch (major) {
            case 0 -> new Cbor.Int(argument);
            case 1 -> new Cbor.Int(-1 - argument);
            case 2 -> new Cbor.Bytes(bytes(argument));
            case 3 -> new Cbor.Text(text(bytes(argument)));
            case 4 -> row(argument, depth);
            case 5 -> table(argument, depth);
            case 6 -> new Cbor.Tagged(argument, value(depth + 1));
            default -> simple(first & 31, argument);
        };
    }

    private long argument(int small) throws UnverifiedException {
        if (small < ONE_BYTE) {
            return small;
        }
        if (small > EIGHT_BYTES) {
            throw malformed("a length that is not told");
        }
        long argument = 0;
        for (byte b : bytes(1L << (small - ONE_BYTE))) {
            argument = argument << 8 | Byte.toUnsignedInt(b);
        }
        if (argument < 0) {
            throw malformed("a number over 63 bits");
        }
        return argument;
    }

    private static Cbor simple(int small, long argument) throws UnverifiedException {
        if (small > ONE_BYTE) {
            throw malformed("a number with a fraction");
        }
        return new Cbor.Simple((int) argument);
    }

    private byte[] bytes(long length) throws UnverifiedException {
        if (length > in.remaining()) {
            throw malformed("it ends early");
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) throws UnverifiedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw malformed("a text that is no UTF-8");
        }
    }

    private Cbor row(long length, int depth) throws UnverifiedException {
        requirePossible(length);
        List<Cbor> values = new ArrayList<>();
        for (long left = length; left > 0; left--) {
            values.add(value(depth + 1));
        }
        return new Cbor.Row(values);
    }

    private Cbor table(long length, int depth) throws UnverifiedException {
        requirePossible(length);
        Map<Cbor, Cbor> values = new HashMap<>();
        for (long left = length; left > 0; left--) {
            Cbor key = value(depth + 1);
            if (values.put(key, value(depth + 1)) != null) {
                throw malformed("a key twice");
            }
        }
        return new Cbor.Table(values);
    }

    /** Every value has a byte at least. */
    private void requirePossible(long length) throws UnverifiedException {
        if (length > in.remaining()) {
            throw malformed("it ends early");
        }
    }

    private static UnverifiedException malformed(String what) {
        return new UnverifiedException("the COSE envelope cannot be read: " + what);
    }
}
