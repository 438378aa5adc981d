package io.fluxj.reflector.repository;

import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryAccess;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.HttpRegistry;

/**
 * An image in its registry, as an ImageRepository reaches it.
 *
 * @param repository in which registry, under which name
 * @param access how it is reached, and as whom
 * @param limits on what it sends
 * @param route on the way of which the access leads; open as long as this is
 */
public record ImageSource(Repository repository, RegistryAccess access, RegistryLimits limits, ProxyRoute route)
        implements AutoCloseable {
    /** A connection; the time that the access leaves begins. */
    public Registry connect() throws RegistryException, InterruptedException {
        return HttpRegistry.open(repository.registry(), access, limits);
    }

    @Override
    public void close() {
        route.close();
    }
}
