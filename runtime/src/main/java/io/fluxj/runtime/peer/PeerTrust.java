package io.fluxj.runtime.peer;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Takes the servers that the installation's authority vouches for, by what it says at the time of the handshake. */
final class PeerTrust extends X509ExtendedTrustManager {
    private static final X509Certificate[] NONE = {};

    private final Supplier<Optional<PeerMaterial>> material;
    private final PeerNames names;

    PeerTrust(Supplier<Optional<PeerMaterial>> material, PeerNames names) {
        this.material = material;
        this.names = names;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkChain(chain, type);
        String host = String.valueOf(engine.getPeerHost());
        if (!names.covers(chain[0], host)) {
            throw new CertificateException("its certificate does not stand for " + host);
        }
    }

    private void checkChain(X509Certificate[] chain, String type) throws CertificateException {
        material.get()
                .orElseThrow(() -> new CertificateException("there is no authority yet to trust"))
                .trust()
                .checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("connections of sockets are not made to other controllers");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a server whose name is not known is not trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw noClients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw noClients();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw noClients();
    }

    private static CertificateException noClients() {
        return new CertificateException("callers prove who they are by tokens");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NONE.clone();
    }
}
