package io.fluxj.kube.cel;

import com.google.common.net.InetAddresses;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.function.Predicate;

/** Kubernetes' functions on IP addresses. */
@SuppressWarnings("Immutable") // the functions given to CEL hold no state
final class AddressFunctions {
    static final OpaqueType IP = OpaqueType.create("net.IP");

    private AddressFunctions() {}

    static void addTo(Functions functions) {
        functions
                .add(
                        "ip",
                        CelOverloadDecl.newGlobalOverload("string_to_ip", IP, SimpleType.STRING),
                        String.class,
                        AddressFunctions::parse)
                .add(
                        "isIP",
                        CelOverloadDecl.newGlobalOverload("is_ip", SimpleType.BOOL, SimpleType.STRING),
                        String.class,
                        AddressFunctions::valid)
                .add(
                        "ip.isCanonical",
                        CelOverloadDecl.newGlobalOverload("ip_is_canonical", SimpleType.BOOL, SimpleType.STRING),
                        String.class,
                        text -> InetAddresses.toAddrString(parse(text)).equals(text))
                .add(
                        "family",
                        CelOverloadDecl.newMemberOverload("ip_family", SimpleType.INT, IP),
                        InetAddress.class,
                        address -> address instanceof Inet4Address ? 4L : 6L)
                .add(
                        "string",
                        CelOverloadDecl.newGlobalOverload("ip_to_string", SimpleType.STRING, IP),
                        InetAddress.class,
                        InetAddresses::toAddrString);
        is(functions, "isUnspecified", "ip_is_unspecified", InetAddress::isAnyLocalAddress);
        is(functions, "isLoopback", "ip_is_loopback", InetAddress::isLoopbackAddress);
        is(functions, "isLinkLocalMulticast", "ip_is_link_local_multicast", AddressFunctions::linkLocalMulticast);
        is(functions, "isLinkLocalUnicast", "ip_is_link_local_unicast", InetAddress::isLinkLocalAddress);
        is(functions, "isGlobalUnicast", "ip_is_global_unicast", AddressFunctions::globalUnicast);
    }

    private static void is(Functions functions, String name, String id, Predicate<InetAddress> test) {
        functions.add(name, CelOverloadDecl.newMemberOverload(id, SimpleType.BOOL, IP), InetAddress.class, test::test);
    }

    static InetAddress parse(String text) {
        AddressText.problem(text).ifPresent(problem -> {
            throw new Failure("IP Address \"" + text + "\" parse error during conversion from string: " + problem);
        });
        if (text.contains("%")) {
            throw new Failure("IP address \"" + text + "\" with zone value is not allowed");
        }
        if (InetAddresses.isMappedIPv4Address(text)) {
            throw new Failure("IPv4-mapped IPv6 address \"" + text + "\" is not allowed");
        }
        return InetAddresses.forString(text);
    }

    static boolean valid(String text) {
        return !text.contains("%") && !InetAddresses.isMappedIPv4Address(text) && InetAddresses.isInetAddress(text);
    }

    private static boolean linkLocalMulticast(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? bytes[0] == (byte) 224 && bytes[1] == 0 && bytes[2] == 0
                : bytes[0] == (byte) 0xff && (bytes[1] & 0x0f) == 2;
    }

    private static boolean globalUnicast(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean broadcast = address instanceof Inet4Address
                && bytes[0] == (byte) 255
                && bytes[1] == (byte) 255
                && bytes[2] == (byte) 255
                && bytes[3] == (byte) 255;
        return !broadcast
                && !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isMulticastAddress()
                && !address.isLinkLocalAddress();
    }
}
