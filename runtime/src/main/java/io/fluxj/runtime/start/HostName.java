package io.fluxj.runtime.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/** The name of this machine or pod. */
final class HostName {
    private HostName() {}

    static String of(Map<String, String> variables) {
        String name = variables.getOrDefault("HOSTNAME", "");
        if (!name.isEmpty()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
