package io.fluxj.net.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which addresses may be connected to for a user. Whatever a user can name by URL is asked here: after the name was resolved, and again for
 * each redirect.
 *
 * @param refuses the addresses that are not connected to
 * @param remedy what an operator can do about it, as the end of a sentence about such addresses
 */
public record AddressRule(Predicate<InetAddress> refuses, String remedy) {

    private static final AddressRule ANY = new AddressRule(address -> false, "");

    /** Any address. */
    public static AddressRule any() {
        return ANY;
    }

    /** Whether there is nothing to ask. */
    public boolean allowsAll() {
        return equals(ANY);
    }

    /** Only addresses of the public Internet, and not those of the API server. */
    public static AddressRule publicOnly(Set<InetAddress> apiServer, String remedy) {
        Set<InetAddress> servers = Set.copyOf(apiServer);
        return new AddressRule(address -> servers.contains(address) || !PublicAddress.is(address), remedy);
    }

    /**
     * An address of a host that may be connected to.
     *
     * @throws IOException if the host is not known, or any of its addresses is refused
     */
    public InetAddress resolve(String host) throws IOException {
        List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
        if (addresses.stream().anyMatch(refuses)) {
            throw new IOException("the address of '" + host + "' is private, of this machine or of the API server;"
                    + " such addresses are " + remedy);
        }
        return addresses.getFirst();
    }

    /** The same where a proxy makes the connection: it knows names that are not known here. */
    public void checkBehindProxy(String host) throws IOException {
        try {
            resolve(host);
        } catch (UnknownHostException left) {
            // the proxy resolves it
        }
    }
}
