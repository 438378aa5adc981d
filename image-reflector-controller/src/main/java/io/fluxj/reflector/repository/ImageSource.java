package io.fluxj.reflector.repository;

import io.fluxj.net.proxy.ProxyRoute;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import java.util.List;

/**
 * An image in its registry, as an ImageRepository reaches it.
 *
 * @param repository in which registry, under which name
 * @param plain whether it is spoken to without TLS
 * @param door opens the registry
 * @param route on the way of which the door is; open as long as this is
 */
public record ImageSource(Repository repository, boolean plain, Door door, ProxyRoute route) implements AutoCloseable {
    /** Opens a registry; asks a cloud first who we are to it, where the object says so. */
    @FunctionalInterface
    interface Door {
        /** The time that the object leaves begins. */
        Registry open() throws AccessException, RegistryException, InterruptedException;
    }

    /** All tags of the image. */
    List<String> tags() throws RegistryException, InterruptedException {
        try (Registry registry = open("tags/list?n=1000")) {
            return registry.listedTags(repository);
        }
    }

    /** The digest that a reference leads to. */
    public String digest(Reference reference) throws RegistryException, InterruptedException {
        try (Registry registry = open("manifests/" + reference.identifier())) {
            return registry.resolve(reference).toString();
        }
    }

    /** The registry, for whatever is asked of the image. */
    public Registry connect() throws RegistryException, InterruptedException {
        return open("tags/list?n=1000");
    }

    private Registry open(String asked) throws RegistryException, InterruptedException {
        try {
            return door.open();
        } catch (AccessException unknown) {
            String address =
                    (plain ? "http://" : "https://") + repository.registry() + "/v2/" + repository.name() + "/" + asked;
            throw new RegistryException(
                    RegistryException.Problem.AUTHENTICATION, "Get \"" + address + "\": " + unknown.message(), unknown);
        }
    }

    @Override
    public void close() {
        route.close();
    }
}
