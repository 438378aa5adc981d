package io.fluxj.helmrelease.release;

import io.fluxj.helm.render.HostAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Asks the name service of the controller's Pod, where the gate {@code AllowDNSLookups} lets templates do so. */
public final class NameService implements HostAddresses {

    @Override
    public List<String> of(String name) {
        try {
            return Arrays.stream(InetAddress.getAllByName(name))
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (UnknownHostException nobody) {
            return List.of();
        }
    }
}
