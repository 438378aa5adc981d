package io.fluxj.runtime.target;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a cluster with the identity of a service account, as the ConfigMap of {@code spec.kubeConfig.configMapRef} says. Source: behaviour §0.3.
 *
 * @param provider who vouches for the account: {@code generic} for this cluster, or a cloud
 * @param cluster as its cloud names it; empty when it is not named
 * @param address with scheme and port; empty when the cloud shall tell it
 * @param certificates PEM of those who vouch for the server; empty for the usual ones, or those that the cloud tells
 * @param audiences for whom tokens are; the address when the ConfigMap names none
 * @param named whether the ConfigMap names them
 * @param account service account in the namespace of the ConfigMap; empty for another one
 */
record ClusterSettings(
        String provider,
        String cluster,
        String address,
        String certificates,
        List<String> audiences,
        boolean named,
        String account) {
    private static final String GENERIC = "generic";
    private static final List<String> CLOUDS = List.of("aws", "azure", "gcp");
    private static final int MOST_AUDIENCES = 32;

    /** Reads the data of a ConfigMap. */
    static ClusterSettings of(Map<String, String> data) throws TargetFailure {
        String provider = text(data, "provider");
        if (!provider.equals(GENERIC) && !CLOUDS.contains(provider)) {
            throw new TargetFailure(
                    "its provider '%s' is not known: write generic, aws, azure or gcp".formatted(provider));
        }
        String given = text(data, "address");
        String cluster = provider.equals(GENERIC) ? "" : text(data, "cluster");
        if (given.isEmpty() && cluster.isEmpty()) {
            throw new TargetFailure(
                    provider.equals(GENERIC)
                            ? "it has no address, which the provider generic needs"
                            : "it has neither cluster nor address");
        }
        List<String> audiences = audiences(text(data, "audiences"));
        return new ClusterSettings(
                provider,
                cluster,
                given.isEmpty() ? "" : address(given),
                text(data, "ca.crt"),
                audiences.isEmpty() ? List.of(given) : audiences,
                !audiences.isEmpty(),
                text(data, "serviceAccountName"));
    }

    /** Whether a cloud vouches for the account. */
    boolean isOfCloud() {
        return !provider.equals(GENERIC);
    }

    /** At another place. */
    ClusterSettings at(String address, String certificates) {
        return new ClusterSettings(provider, cluster, address, certificates, audiences, named, account);
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
