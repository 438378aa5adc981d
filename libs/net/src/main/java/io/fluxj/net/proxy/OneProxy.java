package io.fluxj.net.proxy;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Leads everywhere by the same way. */
final class OneProxy extends ProxySelector {
    private final Proxy proxy;

    OneProxy(Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public List<Proxy> select(URI target) {
        return List.of(proxy);
    }

    @Override
    public void connectFailed(URI target, SocketAddress address, IOException failure) {
        // there is no other way, and whoever asked hears of it
    }
}
