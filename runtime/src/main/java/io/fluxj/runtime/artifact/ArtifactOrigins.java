package io.fluxj.runtime.artifact;

import io.fluxj.runtime.peer.PeerHttp;

/**
 * Where artifacts are fetched from.
 *
 * @param http the network
 * @param hosts take the place of those of artifact URLs
 * @param local stores of this process, which are asked first
 */
public record ArtifactOrigins(PeerHttp http, LocalHosts hosts, LocalArtifacts local) {}
