package io.fluxj.runtime.storage;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/** Where other replicas of a controller reach the artifacts of this one. */
public final class PeerAddress {
    private PeerAddress() {}

    /**
     * {@code host:port}; empty when it cannot be told, so that nobody asks.
     *
     * @param given {@code --storage-peer-addr}; empty to derive it
     * @param listening {@code --storage-addr}, {@code host:port} or {@code :port}
     * @param variables environment variables; POD_IP is that of the downward API
     */
    public static String of(String given, String listening, Map<String, String> variables) {
        if (!given.isEmpty()) {
            return given;
        }
        int colon = listening.lastIndexOf(':');
        String host = listening.substring(0, Math.max(colon, 0));
        String port = listening.substring(colon + 1);
        return switch (host) {
            case "", "0.0.0.0", "[::]" -> own(variables).isEmpty() ? "" : own(variables) + ":" + port;
            default -> listening;
        };
    }

    /** In a Pod the host's own name leads to the Pod's address. */
    private static String own(Map<String, String> variables) {
        String pod = variables.getOrDefault("POD_IP", "");
        if (!pod.isEmpty()) {
            return bracketed(pod);
        }
        try {
            return bracketed(InetAddress.getLocalHost().getHostAddress());
        } catch (UnknownHostException unnamed) {
            return "";
        }
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
