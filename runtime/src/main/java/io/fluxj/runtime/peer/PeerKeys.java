package io.fluxj.runtime.peer;

import io.fluxj.runtime.peer.PeerMaterial.Identity;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows the certificate that the installation's Secret holds at the time of the handshake. */
final class PeerKeys extends X509ExtendedKeyManager {
    /** A handshake that began with one is ended with it. */
    private static final int REMEMBERED = 4;

    private final Supplier<Optional<PeerMaterial>> material;
    private final List<Identity> shown = new CopyOnWriteArrayList<>();

    PeerKeys(Supplier<Optional<PeerMaterial>> material) {
        this.material = material;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return material.get()
                .flatMap(PeerMaterial::identity)
                .filter(identity -> keyType.equals(identity.key().getAlgorithm()))
                .map(this::remembered)
                .orElse(null);
    }

    private String remembered(Identity identity) {
        if (find(identity.alias()).isEmpty()) {
            shown.addFirst(identity);
            while (shown.size() > REMEMBERED) {
                shown.removeLast();
            }
        }
        return identity.alias();
    }

    private Optional<Identity> find(String alias) {
        return shown.stream().filter(identity -> identity.alias().equals(alias)).findFirst();
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return find(alias)
                .map(identity -> identity.chain().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return find(alias).map(Identity::key).orElse(null);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
