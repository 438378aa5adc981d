package io.fluxj.runtime.peer;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which hosts a certificate stands for. Services are compared by name and namespace, {@code source-controller.flux-system.svc}, whatever the domain of the
 * cluster; a replica that is asked at its address, and a controller that is asked through this machine, must have a name in the installation's namespace.
 *
 * @param namespace of the installation
 */
record PeerNames(String namespace) {
    private static final int DNS = 2;
    private static final String SERVICE = ".svc";

    boolean covers(X509Certificate certificate, String host) {
        List<String> names = dnsNames(certificate);
        return isAddress(host)
                ? names.stream().anyMatch(name -> name.endsWith("." + namespace + SERVICE))
                : spellings(host.toLowerCase(Locale.ROOT))
                        .anyMatch(asked -> names.stream().anyMatch(name -> stands(name, asked)));
    }

    private static boolean isAddress(String host) {
        return host.equals("localhost") || host.contains(":") || host.matches("[0-9.]+");
    }

    private Stream<String> spellings(String host) {
        int domain = host.indexOf(SERVICE + ".");
        return domain > 0
                ? Stream.of(host, host.substring(0, domain + SERVICE.length()))
                : Stream.of(host, host + SERVICE, host + "." + namespace + SERVICE);
    }

    private static boolean stands(String name, String asked) {
        return name.equals(asked)
                || (name.startsWith("*.")
                        && asked.indexOf('.') > 0
                        && asked.substring(asked.indexOf('.') + 1).equals(name.substring(2)));
    }

    private static List<String> dnsNames(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> Objects.equals(name.get(0), DNS))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }
}
