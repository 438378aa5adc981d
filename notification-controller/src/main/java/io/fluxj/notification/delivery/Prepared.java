package io.fluxj.notification.delivery;

import io.fluxj.api.notification.v1beta3.ProviderType;
import io.fluxj.net.proxy.ProxyServer;
import io.fluxj.net.tls.TlsConfig;
import io.fluxj.notification.provider.Settings;
import java.util.Optional;

/**
 * A Provider with its Secrets.
 *
 * @param proxy empty for the usual way
 */
record Prepared(ProviderType type, Settings settings, TlsConfig tls, Optional<ProxyServer> proxy) {}
