package io.fluxj.oci.sigstore;

import io.fluxj.oci.signature.UnverifiedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of a message in protobuf's binary form, as much of it as there is in entries of logs. Source: Protocol Buffers, Encoding.
 *
 * @param numbers last value of each field that is a number
 * @param values all values of each field that has a length
 */
record ProtoMessage(Map<Integer, Long> numbers, Map<Integer, List<byte[]>> values) {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int WITH_LENGTH = 2;
    private static final int FIXED32 = 5;
    private static final int MOST = 1000;

    static ProtoMessage read(byte[] bytes) throws UnverifiedException {
        Map<Integer, Long> numbers = new HashMap<>();
        Map<Integer, List<byte[]>> values = new HashMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            for (int i = 0; in.hasRemaining(); i++) {
                long tag = varint(in);
                int field = (int) (tag >>> 3);
                switch ((int) (tag & 7)) {
                    case VARINT -> numbers.put(field, varint(in));
                    case WITH_LENGTH ->
                        values.computeIfAbsent(field, key -> new ArrayList<>()).add(value(in));
                    case FIXED64 -> in.getLong();
                    case FIXED32 -> in.getInt();
                    default -> throw malformed();
                }
                if (i > MOST) {
                    throw malformed();
                }
            }
            return new ProtoMessage(numbers, values);
        } catch (RuntimeException tooShort) {
            throw new UnverifiedException("the log's entry cannot be read", tooShort);
        }
    }

    private static UnverifiedException malformed() {
        return new UnverifiedException("the log's entry cannot be read");
    }

    private static long varint(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    private static byte[] value(ByteBuffer in) {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("longer than what is left");
        }
        byte[] value = new byte[(int) length];
        in.get(value);
        return value;
    }

    /** A number; 0 when it is not there. */
    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }

    /** Bytes; none when they are not there. */
    byte[] bytes(int field) {
        List<byte[]> all = all(field);
        return all.isEmpty() ? new byte[0] : all.getLast();
    }

    List<byte[]> all(int field) {
        return values.getOrDefault(field, List.of());
    }

    /** A message within; an empty one when it is not there. */
    ProtoMessage message(int field) throws UnverifiedException {
        return read(bytes(field));
    }
}
