package io.fluxj.git.jgit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a Git server answers, packet by packet, before JGit sees it: lines are counted, progress texts are left out (JGit would keep them all),
 * and so are the {@code shallow} lines of an advertisement, which JGit does not know. Ends when the operation's time is over.
 */
final class PacketStream extends InputStream {
    /** For an answer that is no advertisement: its {@code shallow} lines matter. */
    static final int NO_ADVERTISEMENT = 0;

    /** For an answer that is an advertisement up to its end. */
    static final int WHOLE_ADVERTISEMENT = Integer.MAX_VALUE;

    private static final int HEADER = 4;
    private static final int DATA = 1;
    private static final int PROGRESS = 2;
    private static final int ERROR = 3;
    private static final byte[] NOTHING = {};
    private static final String SHALLOW = "shallow ";

    private final InputStream in;
    private final Guard guard;
    private final int advertisedSections;
    private byte[] held = NOTHING;
    private int given;
    private int rest;
    private boolean noPackets;
    private boolean ended;
    private int sections;
    private long lines;
    private long lineBytes;

    /**
     * Reads packets.
     *
     * @param advertisedSections how many parts, each ended by a flush packet, are an advertisement
     */
    PacketStream(InputStream in, Guard guard, int advertisedSections) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.guard = guard;
        this.advertisedSections = advertisedSections;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        do {
            guard.deadline().check();
            if (given < held.length) {
                return giveHeld(bytes, offset, length);
            }
            if (noPackets || rest > 0) {
                return passOn(bytes, offset, length);
            }
        } while (nextPacket());
        ended = true;
        return -1;
    }

    /** Whether the server has ended its answer, and that was noticed. */
    boolean hasEnded() {
        return ended;
    }

    private int giveHeld(byte[] bytes, int offset, int length) {
        int count = Math.min(length, held.length - given);
        System.arraycopy(held, given, bytes, offset, count);
        given += count;
        return count;
    }

    private int passOn(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, noPackets ? length : Math.min(length, rest));
        rest -= noPackets ? 0 : Math.max(count, 0);
        return count;
    }

    /** Whether there is more. */
    private boolean nextPacket() throws IOException {
        byte[] header = in.readNBytes(HEADER);
        int length = length(header);
        if (length < 0) {
            noPackets = true;
            hold(header, NOTHING);
            return header.length > 0;
        }
        if (length <= HEADER) {
            sections += length == 0 ? 1 : 0;
            hold(header, NOTHING);
            return true;
        }
        in.mark(1);
        int first = in.read();
        in.reset();
        switch (first) {
            case PROGRESS -> in.skipNBytes(length - HEADER);
            case DATA, ERROR -> {
                hold(header, NOTHING);
                rest = length - HEADER;
            }
            default -> line(header, length);
        }
        return true;
    }

    private void line(byte[] header, int length) throws IOException {
        lines++;
        lineBytes += length;
        guard.allow(lines, guard.limits().references(), "too many references");
        guard.allow(lineBytes, guard.limits().referenceBytes(), "too many bytes of references");
        byte[] text = in.readNBytes(length - HEADER);
        boolean dropped =
                sections < advertisedSections && new String(text, StandardCharsets.ISO_8859_1).startsWith(SHALLOW);
        if (!dropped) {
            hold(header, text);
        }
    }

    private void hold(byte[] header, byte[] text) {
        held = new byte[header.length + text.length];
        given = 0;
        System.arraycopy(header, 0, held, 0, header.length);
        System.arraycopy(text, 0, held, header.length, text.length);
    }

    /** Negative for what is no packet: a pack without packets around it, or no Git at all. */
    private static int length(byte[] header) {
        if (header.length < HEADER) {
            return -1;
        }
        for (byte digit : header) {
            if (!HexFormat.isHexDigit(digit)) {
                return -1;
            }
        }
        return HexFormat.fromHexDigits(new String(header, StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
