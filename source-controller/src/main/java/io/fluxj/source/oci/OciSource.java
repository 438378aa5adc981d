package io.fluxj.source.oci;

import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;

/**
 * Where to fetch from.
 *
 * @param repository in which registry, under which name
 * @param access how it is reached
 * @param limits on what it sends
 * @param route on the way of which the access leads; open as long as this is
 */
record OciSource(Repository repository, RegistryAccess access, RegistryLimits limits, ProxyRoute route)
        implements AutoCloseable {
    @Override
    public void close() {
        route.close();
    }

    Registry connect() throws RegistryException, InterruptedException {
        return HttpRegistry.open(repository.registry(), access, limits);
    }
}
