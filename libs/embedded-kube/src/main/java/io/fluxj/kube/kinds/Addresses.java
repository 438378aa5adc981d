package io.fluxj.kube.kinds;

import com.google.common.net.InetAddresses;
import io.fluxj.kube.api.ApiError.Cause;
import java.net.InetAddress;
import java.util.List;

/** Addresses and networks in fields. */
final class Addresses {
    private static final int MAX_PREFIX = 3;

    private Addresses() {}

    static boolean ip(String text) {
        return InetAddresses.isInetAddress(text) && !text.contains("%");
    }

    static void checkIp(String field, String text, List<Cause> out) {
        if (!ip(text)) {
            out.add(Rule.invalid(field, text, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"));
        }
    }

    static void checkNetwork(String field, String text, List<Cause> out) {
        if (!network(text)) {
            out.add(Rule.invalid(field, text, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"));
        }
    }

    static boolean network(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && ip(text.substring(0, slash)) && length(text) >= 0 && length(text) <= bits(text);
    }

    private static int bits(String text) {
        return address(text).getAddress().length * Byte.SIZE;
    }

    private static int length(String text) {
        String digits = text.substring(text.indexOf('/') + 1);
        boolean number = !digits.isEmpty()
                && digits.length() <= MAX_PREFIX
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }

    private static InetAddress address(String text) {
        return InetAddresses.forString(text.substring(0, text.indexOf('/')));
    }

    /** Whether the second network lies in the first and is smaller. */
    static boolean strictlyWithin(String outer, String inner) {
        byte[] own = address(outer).getAddress();
        byte[] others = address(inner).getAddress();
        if (own.length != others.length || length(inner) <= length(outer)) {
            return false;
        }
        for (int bit = 0; bit < length(outer); bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((own[bit / Byte.SIZE] & mask) != (others[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
