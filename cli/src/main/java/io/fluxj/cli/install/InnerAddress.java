package io.fluxj.cli.install;

import io.fluxj.net.address.AddressRule;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses that can be seen, without asking for their names, to be none of the public Internet. */
final class InnerAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|\\[[0-9a-fA-F:.]+]");
    /** A name of one part, one of a cluster's Services, or one of the domains that no public server answers. */
    private static final Pattern NAME = Pattern.compile("[^.]+|.+\\.(svc|local|internal|localhost)|.+\\.svc\\..+");

    private static final AddressRule PUBLIC = AddressRule.publicOnly(Set.of(), "");

    private InnerAddress() {}

    static boolean isOne(String address) {
        String host = host(address);
        if (!LITERAL.matcher(host).matches()) {
            return NAME.matcher(host.replaceFirst("\\.$", "")).matches();
        }
        try {
            return PUBLIC.refuses().test(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** The host of a URL; empty where there is none. */
    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException noUrl) {
            return "";
        }
    }
}
