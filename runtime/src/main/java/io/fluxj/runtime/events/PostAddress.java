package io.fluxj.runtime.events;

import io.fluxj.runtime.proxy.EnvironmentProxies;

/**
 * Where events are POSTed to.
 *
 * @param url {@code --events-addr}; empty to post nowhere
 * @param proxies on the way
 */
public record PostAddress(String url, EnvironmentProxies proxies) {}
