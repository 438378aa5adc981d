package io.fluxj.cli.frame;

import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.fluxj.runtime.client.ClientKeys;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Where the cluster is and as whom: {@code --kubeconfig}, else {@code KUBECONFIG}, else {@code ~/.kube/config}, else the Pod's own account; then the other flags. */
record ClusterConfig(ClusterFlags flags, Map<String, String> environment) {
    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    Config read() {
        Config config = found();
        if (flags.server != null) {
            config.setMasterUrl(flags.server.endsWith("/") ? flags.server : flags.server + "/");
        }
        if (flags.token != null) {
            config.setOauthToken(flags.token);
        }
        if (flags.insecure) {
            config.setTrustCerts(true);
            config.setDisableHostnameVerification(true);
        }
        if (flags.tlsServerName != null) {
            config.setTlsServerName(flags.tlsServerName);
        }
        impersonate(config);
        return config;
    }

    private void impersonate(Config config) {
        if (flags.impersonatedUser == null) {
            if (flags.impersonatedUid != null
                    || !flags.impersonatedGroups.isEmpty()
                    || !flags.impersonatedExtras.isEmpty()) {
                throw new CommandFailure(
                        "requesting groups, uid or extra without impersonating a user is not possible: give --as, too");
            }
            return;
        }
        config.setImpersonateUsername(flags.impersonatedUser);
        config.setImpersonateGroups(flags.impersonatedGroups.toArray(String[]::new));
        config.setImpersonateExtras(extras());
    }

    private Map<String, List<String>> extras() {
        return flags.impersonatedExtras.stream()
                .map(extra -> extra.split("=", 2))
                .peek(pair -> {
                    if (pair.length != 2) {
                        throw new CommandFailure("--as-user-extra must be KEY=VALUE, but is '" + pair[0] + "'");
                    }
                })
                .collect(Collectors.groupingBy(
                        pair -> pair[0], LinkedHashMap::new, Collectors.mapping(pair -> pair[1], Collectors.toList())));
    }

    private Config found() {
        String named = flags.kubeconfig != null ? flags.kubeconfig : environment.getOrDefault("KUBECONFIG", "");
        List<Path> files = named.isEmpty()
                ? List.of(Path.of(environment.getOrDefault("HOME", "."), ".kube", "config"))
                : Arrays.stream(named.split(File.pathSeparator))
                        .filter(file -> !file.isBlank())
                        .map(Path::of)
                        .toList();
        List<Path> present = files.stream().filter(Files::isRegularFile).toList();
        if (!present.isEmpty()) {
            return present.size() == 1 ? of(present.getFirst()) : Config.autoConfigure(flags.context);
        }
        if (flags.kubeconfig != null) {
            throw new CommandFailure("the kubeconfig " + flags.kubeconfig + " does not exist");
        }
        return withoutKubeconfig(named);
    }

    private Config withoutKubeconfig(String named) {
        if (flags.server != null) {
            return new ConfigBuilder(Config.empty()).build();
        }
        if (Files.isReadable(SERVICE_ACCOUNT) && environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            return Config.autoConfigure(null);
        }
        throw new CommandFailure("no cluster is configured: "
                + (named.isEmpty()
                        ? "there is no ~/.kube/config"
                        : "KUBECONFIG names " + named + ", which does not exist")
                + "; name a kubeconfig by --kubeconfig or KUBECONFIG");
    }

    private Config of(Path file) {
        try {
            Config config = flags.context == null && flags.cluster == null
                    ? Config.fromKubeconfig(file.toFile())
                    : Config.fromKubeconfig(Serialization.asYaml(chosen(file)));
            ClientKeys.noteAlgorithm(config);
            return config;
        } catch (IOException
                | UncheckedIOException
                | KubernetesClientException
                | YamlEngineException
                | IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            throw new CommandFailure("the kubeconfig " + file + " cannot be read: " + why, e);
        }
    }

    /** The kubeconfig with what the flags choose as its current context. */
    private io.fabric8.kubernetes.api.model.Config chosen(Path file) throws IOException {
        io.fabric8.kubernetes.api.model.Config kubeconfig = KubeConfigUtils.parseConfig(file.toFile());
        NamedContext context = context(kubeconfig, file);
        kubeconfig.setCurrentContext(context.getName());
        if (flags.cluster != null) {
            context.getContext().setCluster(flags.cluster);
        }
        Path absolute = file.toAbsolutePath();
        kubeconfig.getClusters().stream().map(NamedCluster::getCluster).forEach(cluster -> {
            cluster.setCertificateAuthority(beside(absolute, cluster.getCertificateAuthority()));
        });
        kubeconfig.getUsers().stream().map(NamedAuthInfo::getUser).forEach(user -> {
            user.setClientCertificate(beside(absolute, user.getClientCertificate()));
            user.setClientKey(beside(absolute, user.getClientKey()));
            user.setTokenFile(beside(absolute, user.getTokenFile()));
        });
        return kubeconfig;
    }

    /** Files that a kubeconfig names are beside it. */
    private static @Nullable String beside(Path file, @Nullable String named) {
        return named == null || named.isEmpty()
                ? named
                : file.resolveSibling(named).toString();
    }

    private NamedContext context(io.fabric8.kubernetes.api.model.Config kubeconfig, Path file) {
        @Nullable String wanted = flags.context != null ? flags.context : kubeconfig.getCurrentContext();
        return kubeconfig.getContexts().stream()
                .filter(context -> context.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("context \"%s\" does not exist in %s; there are: %s"
                        .formatted(
                                wanted,
                                file,
                                kubeconfig.getContexts().stream()
                                        .map(NamedContext::getName)
                                        .collect(Collectors.joining(", ")))));
    }
}
