package io.fluxj.kube.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks over the fields of one protobuf message. */
final class WireReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final byte[] data;
    private final int end;
    private int at;
    private int field;
    private long number;
    private int from;
    private int to;

    WireReader(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
    }

    /** Moves to the next field; false at the end. */
    boolean next() throws IOException {
        if (at >= end) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        switch ((int) (tag & 7)) {
            case VARINT -> number = varint();
            case FIXED64 -> number = fixed(8);
            case FIXED32 -> number = fixed(4);
            case BYTES -> {
                long length = varint();
                if (length < 0 || length > end - at) {
                    throw new IOException("a protobuf field is longer than its message");
                }
                from = at;
                to = at + (int) length;
                at = to;
            }
            default -> throw new IOException("unknown protobuf wire type");
        }
        return true;
    }

    int field() {
        return field;
    }

    long number() {
        return number;
    }

    byte[] bytes() {
        return Arrays.copyOfRange(data, from, to);
    }

    String text() {
        return new String(data, from, to - from, StandardCharsets.UTF_8);
    }

    WireReader message() {
        return new WireReader(data, from, to);
    }

    private long varint() throws IOException {
        long out = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw new IOException("a protobuf number ends early");
            }
            byte b = data[at++];
            out |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return out;
            }
        }
        throw new IOException("a protobuf number is too long");
    }

    private long fixed(int size) throws IOException {
        if (size > end - at) {
            throw new IOException("a protobuf number ends early");
        }
        long out = 0;
        for (int i = 0; i < size; i++) {
            out |= (long) (data[at++] & 0xFF) << (8 * i);
        }
        return out;
    }
}
