package io.fluxj.oci;

import java.util.Locale;
import java.util.Set;

/**
 * Where credentials count: {@code host}, {@code host:port}, {@code host/path}, with {@code *} for any characters within one label of the host.
 * Source: Kubernetes, "Interpretation of config.json".
 *
 * @param host with wildcards
 * @param port empty for none
 * @param path begins of names; empty for all
 */
public record RegistryPattern(String host, String port, String path) {
    private static final Set<String> HUB = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

    /** Reads a key of a Docker configuration, which may have a scheme, and the version of an API at the beginning of its path. */
    static RegistryPattern parse(String key) {
        String plain = key.replaceFirst("^[A-Za-z]+://", "");
        int slash = plain.indexOf('/');
        String authority = slash < 0 ? plain : plain.substring(0, slash);
        String path = slash < 0 ? "" : plain.substring(slash + 1).replaceFirst("^v[12](/|$)", "");
        int colon = authority.lastIndexOf(':');
        boolean ported = colon >= 0 && !authority.endsWith("]");
        return new RegistryPattern(
                (ported ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT),
                ported ? authority.substring(colon + 1) : "",
                path);
    }

    /** Whether the repository is one of them. */
    boolean matches(Repository repository) {
        RegistryPattern wanted = parse(repository.toString());
        boolean hub = repository.isOnHub() && HUB.contains(host);
        return (hub || (port.equals(wanted.port) && hostMatches(wanted.host)))
                && repository.name().startsWith(path);
    }

    private boolean hostMatches(String wanted) {
        String[] labels = host.split("\\.", -1);
        String[] theirs = wanted.split("\\.", -1);
        if (labels.length != theirs.length) {
            return false;
        }
        for (int i = 0; i < labels.length; i++) {
            if (!labelMatches(labels[i], 0, theirs[i], 0)) {
                return false;
            }
        }
        return true;
    }

    /** Labels have 63 characters at most, and few of them are stars. */
    private static boolean labelMatches(String pattern, int at, String label, int from) {
        int star = pattern.indexOf('*', at);
        if (star < 0) {
            return pattern.substring(at).equals(label.substring(Math.min(from, label.length())));
        }
        String literal = pattern.substring(at, star);
        if (!label.startsWith(literal, from)) {
            return false;
        }
        int start = from + literal.length();
        for (int next = start; next <= label.length(); next++) {
            if (labelMatches(pattern, star + 1, label, next)) {
                return true;
            }
        }
        return false;
    }

    /** Sorts the more exact behind the less exact ones. */
    String text() {
        return host + ":" + port + "/" + path;
    }
}
