package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.SshAlgorithms;
import java.io.File;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.SshConstants;
import org.eclipse.jgit.transport.sshd.ProxyData;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/** SSH sessions that use one key, or none, and one list of known hosts, and nothing of the machine's own SSH settings. */
final class SshSessions {
    private SshSessions() {}

    static SshdSessionFactory with(
            GitCredentials.OverSsh credentials, KnownHosts knownHosts, GitAccess access, Path nowhere)
            throws GitException {
        List<KeyPair> identities = identities(credentials);
        File none = nowhere.resolve("no-ssh-folder").toFile();
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(none)
                .setSshDirectory(none)
                .setPreferredAuthentications("publickey")
                .setConfigStoreFactory((home, file, user) -> new Fixed(options(access.ssh())))
                .setDefaultKnownHostsFiles(folder -> List.of())
                .setDefaultIdentities(folder -> List.of())
                .setDefaultKeysProvider(folder -> identities)
                .setProxyDataFactory(ignored -> proxy(access))
                .setServerKeyDatabase((home, folder) -> knownHosts)
                .build(null);
    }

    private static List<KeyPair> identities(GitCredentials.OverSsh credentials) throws GitException {
        return switch (credentials) {
            case GitCredentials.Ssh key -> List.of(SshIdentity.read(key));
            case GitCredentials.AnonymousSsh _ -> List.of();
        };
    }

    /** The way to the server. */
    static Proxy way(GitAccess access) {
        return access.proxies()
                .selector()
                .select(URI.create("ssh://" + access.url().place()))
                .getFirst();
    }

    /** A proxy that wants a password is behind one that does not, see {@link io.fluxj.net.proxy.ProxyRoute}. */
    private static @Nullable ProxyData proxy(GitAccess access) {
        Proxy proxy = way(access);
        return proxy.type() == Proxy.Type.DIRECT ? null : new ProxyData(proxy);
    }

    private static Map<String, String> options(SshAlgorithms algorithms) {
        Map<String, String> options = new HashMap<>();
        if (!algorithms.keyExchange().isEmpty()) {
            options.put(SshConstants.KEX_ALGORITHMS, String.join(",", algorithms.keyExchange()));
        }
        if (!algorithms.hostKey().isEmpty()) {
            options.put(SshConstants.HOST_KEY_ALGORITHMS, String.join(",", algorithms.hostKey()));
        }
        return Map.copyOf(options);
    }

    /** Settings that are the same for every host. */
    private record Fixed(Map<String, String> options) implements SshConfigStore, SshConfigStore.HostConfig {
        @Override
        public HostConfig lookup(String host, int port, String user) {
            return this;
        }

        @Override
        public HostConfig lookupDefault(String host, int port, String user) {
            return this;
        }

        @Override
        public @Nullable String getValue(String key) {
            return options.get(key);
        }

        @Override
        public List<String> getValues(String key) {
            return List.of();
        }

        @Override
        public Map<String, String> getOptions() {
            return options;
        }

        @Override
        public Map<String, List<String>> getMultiValuedOptions() {
            return Map.of();
        }
    }
}
