package io.fluxj.runtime.http;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Addresses as Go listens on them: {@code :8080}, {@code host:8080}, {@code [::1]:8080}; {@code 0} or nothing for none. */
public final class ListenAddress {
    private static final int LARGEST_PORT = 65535;

    private ListenAddress() {}

    /**
     * Reads an address.
     *
     * @param flag that it was given to, for the message
     * @return empty when nothing is to be listened on
     * @throws IllegalArgumentException when it is none
     */
    public static Optional<InetSocketAddress> parse(String flag, String text) {
        if (text.isEmpty() || text.equals("0")) {
            return Optional.empty();
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw invalid(flag, text);
        }
        String host = text.substring(0, colon);
        int port = port(flag, text, text.substring(colon + 1));
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return Optional.of(host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port));
    }

    private static int port(String flag, String text, String digits) {
        try {
            int port = Integer.parseInt(digits);
            if (port < 0 || port > LARGEST_PORT) {
                throw invalid(flag, text);
            }
            return port;
        } catch (NumberFormatException notANumber) {
            throw invalid(flag, text);
        }
    }

    private static IllegalArgumentException invalid(String flag, String text) {
        return new IllegalArgumentException(flag + "=" + text + " is no address: write host:port or :port");
    }
}
