package io.fluxj.runtime.client;

import com.google.re2j.Pattern;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS with a server that is asked for, and proves, another name than that of its address: {@code tls-server-name} of a kubeconfig, for which the JDK's HTTP client has
 * no setting. The address itself then proves nothing.
 */
final class NamedServer extends SSLContextSpi {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final SSLContext context;
    private final String name;
    private final List<SNIServerName> asked;

    private NamedServer(SSLContext context, String name, List<SNIServerName> asked) {
        this.context = context;
        this.name = name;
        this.asked = asked;
    }

    /**
     * The context for a cluster, or null when its server goes by its address.
     *
     * @throws KubernetesClientException if a certificate or key cannot be read, or the name is none
     */
    static @Nullable SSLContext context(Config config) {
        String name = config.getTlsServerName();
        if (name == null || name.isEmpty()) {
            return null;
        }
        try {
            SSLContext plain = SSLUtils.sslContext(config);
            return new Context(new NamedServer(plain, name, asked(name)), plain);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw KubernetesClientException.launderThrowable(unreadable);
        }
    }

    /** Nobody is asked for by an IP address (RFC 6066 §3), which a certificate may have all the same. */
    private static List<SNIServerName> asked(String name) {
        if (ADDRESS.matches(name)) {
            return List.of();
        }
        try {
            return List.of(new SNIHostName(name));
        } catch (IllegalArgumentException none) {
            throw new KubernetesClientException("tls-server-name '" + name + "' is not the name of a host");
        }
    }

    /** Nothing but a way to the constructor. */
    private static final class Context extends SSLContext {
        Context(SSLContextSpi spi, SSLContext plain) {
            super(spi, plain.getProvider(), plain.getProtocol());
        }
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return new NamedEngine(context.createSSLEngine(name, port), asked);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return new NamedEngine(context.createSSLEngine(), asked);
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random) {
        throw new IllegalStateException("the context was ready when it was made");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return context.getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return context.getClientSessionContext();
    }
}
