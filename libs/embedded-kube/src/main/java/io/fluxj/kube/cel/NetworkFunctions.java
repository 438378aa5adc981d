package io.fluxj.kube.cel;

import com.google.common.net.InetAddresses;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Kubernetes' functions on networks such as {@code 10.0.0.0/8}. */
final class NetworkFunctions {
    private static final OpaqueType CIDR = OpaqueType.create("net.CIDR");

    private static final String DURING = "network address parse error during conversion from string: ";
    private static final int LONGEST_4 = 32;
    private static final int LONGEST_6 = 128;

    private NetworkFunctions() {}

    /**
     * A network.
     *
     * @param address any address in it
     * @param length how many leading bits are the network's
     */
    record Network(InetAddress address, int length) {
        boolean contains(InetAddress other) {
            byte[] own = address.getAddress();
            byte[] others = other.getAddress();
            if (own.length != others.length) {
                return false;
            }
            for (int bit = 0; bit < length; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((own[bit / 8] & mask) != (others[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        Network masked() {
            byte[] bytes = address.getAddress();
            for (int bit = length; bit < bytes.length * 8; bit++) {
                bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
            }
            try {
                return new Network(InetAddress.getByAddress(bytes), length);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("an address changed its length", e);
            }
        }

        String text() {
            return InetAddresses.toAddrString(address) + "/" + length;
        }
    }

    static void addTo(Functions functions) {
        functions
                .add(
                        "cidr",
                        CelOverloadDecl.newGlobalOverload("string_to_cidr", CIDR, SimpleType.STRING),
                        String.class,
                        NetworkFunctions::parse)
                .add(
                        "isCIDR",
                        CelOverloadDecl.newGlobalOverload("is_cidr", SimpleType.BOOL, SimpleType.STRING),
                        String.class,
                        NetworkFunctions::valid)
                .add(
                        "string",
                        CelOverloadDecl.newGlobalOverload("cidr_to_string", SimpleType.STRING, CIDR),
                        Network.class,
                        Network::text)
                .add(
                        "ip",
                        CelOverloadDecl.newMemberOverload("cidr_ip", AddressFunctions.IP, CIDR),
                        Network.class,
                        Network::address)
                .add(
                        "prefixLength",
                        CelOverloadDecl.newMemberOverload("cidr_prefix_length", SimpleType.INT, CIDR),
                        Network.class,
                        network -> (long) network.length())
                .add(
                        "masked",
                        CelOverloadDecl.newMemberOverload("cidr_masked", CIDR, CIDR),
                        Network.class,
                        Network::masked);
        contains(functions);
    }

    private static void contains(Functions functions) {
        functions
                .add(
                        "containsIP",
                        CelOverloadDecl.newMemberOverload(
                                "cidr_contains_ip_string", SimpleType.BOOL, CIDR, SimpleType.STRING),
                        Network.class,
                        String.class,
                        (network, text) -> {
                            if (!AddressFunctions.valid(text)) {
                                throw new Failure("no such overload");
                            }
                            return network.contains(AddressFunctions.parse(text));
                        })
                .add(
                        "containsIP",
                        CelOverloadDecl.newMemberOverload(
                                "cidr_contains_ip_ip", SimpleType.BOOL, CIDR, AddressFunctions.IP),
                        Network.class,
                        InetAddress.class,
                        Network::contains)
                .add(
                        "containsCIDR",
                        CelOverloadDecl.newMemberOverload(
                                "cidr_contains_cidr_string", SimpleType.BOOL, CIDR, SimpleType.STRING),
                        Network.class,
                        String.class,
                        (network, text) -> within(network, parse(text)))
                .add(
                        "containsCIDR",
                        CelOverloadDecl.newMemberOverload("cidr_contains_cidr", SimpleType.BOOL, CIDR, CIDR),
                        Network.class,
                        Network.class,
                        NetworkFunctions::within);
    }

    private static boolean within(Network outer, Network inner) {
        return outer.length() <= inner.length() && outer.contains(inner.address());
    }

    static boolean valid(String text) {
        try {
            return parse(text).length() >= 0;
        } catch (Failure e) {
            return false;
        }
    }

    private static Network parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw wrong(text, "no '/'");
        }
        String address = text.substring(0, slash);
        AddressText.problem(address).ifPresent(problem -> {
            throw wrong(text, problem);
        });
        if (address.contains("%")) {
            throw wrong(text, "IPv6 zones cannot be present in a prefix");
        }
        InetAddress first = InetAddresses.forString(address);
        int length = length(text, text.substring(slash + 1));
        if (length > (address.contains(":") ? LONGEST_6 : LONGEST_4)) {
            throw wrong(text, "prefix length out of range");
        }
        if (InetAddresses.isMappedIPv4Address(address)) {
            throw new Failure(DURING + "IPv4-mapped IPv6 address \"" + text + "\" is not allowed");
        }
        return new Network(first, length);
    }

    private static int length(String text, String bits) {
        boolean digits = !bits.isEmpty() && bits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (bits.length() > 1 && bits.startsWith("0")) || bits.length() > 18) {
            throw wrong(text, "bad bits after slash: \"" + bits + "\"");
        }
        return (int) Math.min(Long.parseLong(bits), Integer.MAX_VALUE);
    }

    private static Failure wrong(String text, String why) {
        return new Failure(DURING + DURING + "netip.ParsePrefix(\"" + text + "\"): " + why);
    }
}
