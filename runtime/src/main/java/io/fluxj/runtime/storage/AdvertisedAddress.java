package io.fluxj.runtime.storage;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/**
 * How others reach the store: {@code http://<host>[:<port>]}. Source: flags-endpoints §1, §4.
 *
 * @param prefix of all artifact URLs, with scheme, without a slash at its end
 */
public record AdvertisedAddress(String prefix) {
    /**
     * The address to advertise.
     *
     * @param advertised {@code --storage-adv-addr}: a host, {@code host:port} or a whole URL; empty to derive it
     * @param listening {@code --storage-addr}, {@code host:port} or {@code :port}
     * @param variables environment variables
     */
    public static AdvertisedAddress of(String advertised, String listening, Map<String, String> variables) {
        String place = advertised.isEmpty() ? derived(listening, variables) : advertised;
        boolean whole = place.startsWith("http://") || place.startsWith("https://");
        String url = whole ? place : "http://" + place;
        return new AdvertisedAddress(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** The URL of a path relative to the store's root. */
    public String url(String path) {
        return prefix + "/" + path;
    }

    private static String derived(String listening, Map<String, String> variables) {
        int colon = listening.lastIndexOf(':');
        String host = listening.substring(0, Math.max(colon, 0));
        String port = listening.substring(colon + 1);
        return switch (host) {
            case "" -> "localhost:" + port;
            case "0.0.0.0" -> ownName(variables) + ":" + port;
            default -> listening;
        };
    }

    private static String ownName(Map<String, String> variables) {
        String name = variables.getOrDefault("HOSTNAME", "");
        if (!name.isEmpty()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
