package io.fluxj.notification.provider;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A repository at a host.
 *
 * @param server {@code scheme://host[:port]}; https where the address is one of SSH
 * @param repository path of the repository without {@code .git}
 */
record GitAddress(String server, String repository) {
    private static final Pattern SCP = Pattern.compile("^(?:[^@/:]+@)?([^/:@]+):([^/].*)$");

    static GitAddress parse(String address) throws DeliveryFailure {
        Matcher scp = SCP.matcher(address);
        if (!address.contains("://") && scp.find()) {
            return new GitAddress("https://" + scp.group(1), path(scp.group(2)));
        }
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && uri.getScheme() != null) {
                String scheme = uri.getScheme().equals("ssh") ? "https" : uri.getScheme();
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                return new GitAddress(scheme + "://" + uri.getHost() + port, path(uri.getPath()));
            }
        } catch (URISyntaxException malformed) {
            // said below
        }
        throw new DeliveryFailure("failed parsing Git URL '" + address + "': write https://host/owner/repository");
    }

    private static String path(String path) {
        String plain = path.replaceFirst("^/+", "");
        return plain.endsWith(".git") ? plain.substring(0, plain.length() - ".git".length()) : plain;
    }

    /** The parts of the repository's path. */
    String[] parts() {
        return repository.split("/", -1);
    }

    /** Whether the path is an owner and a name. */
    boolean isOwnerAndName() {
        String[] parts = parts();
        return parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty();
    }
}
