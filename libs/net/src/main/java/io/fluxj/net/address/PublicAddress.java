package io.fluxj.net.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public Internet from all others. Source: the IANA registries of special-purpose addresses. */
final class PublicAddress {

    private static final List<Block> SPECIAL_4 = List.of(
            new Block(8, 0),
            new Block(10, 100, 64), // shared by carriers
            new Block(24, 192, 0, 0),
            new Block(15, 198, 18),
            new Block(4, 240));

    private static final List<Block> SPECIAL_6 = List.of(new Block(7, 0xfc), new Block(96), new Block(10, 0xfe, 0xc0));

    private static final Block TRANSLATED = new Block(96, 0x00, 0x64, 0xff, 0x9b);
    private static final Block SIX_TO_FOUR = new Block(16, 0x20, 0x02);

    private PublicAddress() {}

    /** The addresses whose first bits are those of the given bytes. */
    private static final class Block {

        private final int bits;
        private final int[] start;

        Block(int bits, int... start) {
            this.bits = bits;
            this.start = start;
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int part = bit / 8 < start.length ? start[bit / 8] : 0;
                int mask = 0x80 >> (bit % 8);
                if ((part & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean is(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !address.isAnyLocalAddress()
                && (address instanceof Inet4Address ? is4(address.getAddress()) : is6(address.getAddress()));
    }

    private static boolean is4(byte[] address) {
        return SPECIAL_4.stream().noneMatch(block -> block.holds(address));
    }

    /** An address that stands for one of the old kind is what that one is. */
    private static boolean is6(byte[] address) {
        if (TRANSLATED.holds(address)) {
            return is(old(address, 12));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return is(old(address, 2));
        }
        return SPECIAL_6.stream().noneMatch(block -> block.holds(address));
    }

    private static InetAddress old(byte[] address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
