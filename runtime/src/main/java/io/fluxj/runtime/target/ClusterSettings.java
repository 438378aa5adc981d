package io.fluxj.runtime.target;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a cluster with the identity of a service account, as the ConfigMap of {@code spec.kubeConfig.configMapRef} says. Source: behaviour §0.3.
 *
 * @param address with scheme and port
 * @param certificates PEM of those who vouch for the server; empty for the usual ones
 * @param audiences for whom tokens are; the address when the ConfigMap names none
 * @param named whether the ConfigMap names them
 * @param account service account in the namespace of the ConfigMap; empty for another one
 */
record ClusterSettings(String address, String certificates, List<String> audiences, boolean named, String account) {
    private static final String GENERIC = "generic";
    private static final int MOST_AUDIENCES = 32;

    /** Reads the data of a ConfigMap. */
    static ClusterSettings of(Map<String, String> data) throws TargetFailure {
        String provider = text(data, "provider");
        if (!provider.equals(GENERIC)) {
            throw new TargetFailure("its provider '%s' is not supported: write generic%s"
                    .formatted(provider, isCloud(provider) ? ", or use a kubeconfig (secretRef)" : ""));
        }
        String given = text(data, "address");
        if (given.isEmpty()) {
            throw new TargetFailure("it has no address, which the provider generic needs");
        }
        List<String> audiences = audiences(text(data, "audiences"));
        return new ClusterSettings(
                address(given),
                text(data, "ca.crt"),
                audiences.isEmpty() ? List.of(given) : audiences,
                !audiences.isEmpty(),
                text(data, "serviceAccountName"));
    }

    private static boolean isCloud(String provider) {
        return List.of("aws", "azure", "gcp").contains(provider);
    }

    private static String text(Map<String, String> data, String key) {
        return Optional.ofNullable(data.get(key)).orElse("").strip();
    }

    /** One a line, with or without the dash of a YAML list. */
    private static List<String> audiences(String text) throws TargetFailure {
        List<String> found = Arrays.stream(text.split("\\R", -1))
                .map(line -> line.strip().replaceFirst("^-\\s+", "").replaceAll("^[\"']|[\"']$", ""))
                .filter(line -> !line.isEmpty())
                .toList();
        if (found.size() > MOST_AUDIENCES) {
            throw new TargetFailure("it has more than %d audiences".formatted(MOST_AUDIENCES));
        }
        return found;
    }

    private static String address(String given) throws TargetFailure {
        try {
            URI uri = URI.create(given.contains("://") ? given : "https://" + given);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
                throw notAnAddress();
            }
            return "https://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 443 : uri.getPort());
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
    }

    private static TargetFailure notAnAddress() {
        return new TargetFailure("its address is not of the form https://host:port");
    }
}
