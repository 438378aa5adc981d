package io.fluxj.helm.chart;

import java.util.Arrays;

/** The mark that some editors put at the begin of UTF-8. */
final class ByteOrderMark {
    private ByteOrderMark() {}

    static byte[] removed(byte[] data) {
        boolean marked =
                data.length >= 3 && (data[0] & 0xFF) == 0xEF && (data[1] & 0xFF) == 0xBB && (data[2] & 0xFF) == 0xBF;
        return marked ? Arrays.copyOfRange(data, 3, data.length) : data;
    }
}
