package io.fluxj.runtime.target;

import io.fabric8.kubernetes.client.Config;
import java.net.Authenticator;
import java.net.Authenticator.RequestorType;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;

/**
 * The way to other clusters: by the proxy that a kubeconfig names, else as every connection of this process.
 *
 * @param selector of the process
 * @param authenticator knows the passwords of its proxies
 */
public record RemoteProxies(ProxySelector selector, Authenticator authenticator) {

    /** No proxy but one that a kubeconfig names. */
    public static RemoteProxies none() {
        return new RemoteProxies(ProxySelector.of(null), new Authenticator() {});
    }

    void choose(Config config, String named) throws TargetFailure {
        if (!named.isEmpty()) {
            requireUsable(named);
            set(config, named);
            return;
        }
        URI server = URI.create(config.getMasterUrl());
        Proxy proxy = selector.select(server).getFirst();
        if (proxy.address() instanceof InetSocketAddress address) {
            set(config, "http://" + address.getHostString() + ":" + address.getPort());
            authenticate(config, server, address);
        }
    }

    private static void set(Config config, String proxy) {
        config.setHttpProxy(proxy);
        config.setHttpsProxy(proxy);
    }

    private void authenticate(Config config, URI server, InetSocketAddress proxy) throws TargetFailure {
        try {
            PasswordAuthentication login = authenticator.requestPasswordAuthenticationInstance(
                    proxy.getHostString(),
                    proxy.getAddress(),
                    proxy.getPort(),
                    "http",
                    "",
                    "basic",
                    server.toURL(),
                    RequestorType.PROXY);
            if (login != null) {
                config.setProxyUsername(login.getUserName());
                config.setProxyPassword(String.valueOf(login.getPassword()));
            }
        } catch (MalformedURLException e) {
            throw new TargetFailure("its server is no URL", e);
        }
    }

    /** What is wrong with the address is not quoted: it may hold a password. */
    private static void requireUsable(String named) throws TargetFailure {
        try {
            URI proxy = URI.create(named);
            if (!"http".equals(proxy.getScheme()) || proxy.getHost() == null || proxy.getPort() < 0) {
                throw new TargetFailure("its proxy-url is not of the form http://host:port");
            }
        } catch (IllegalArgumentException e) {
            throw new TargetFailure("its proxy-url is not of the form http://host:port");
        }
    }
}
