package io.fluxj.archive;

import java.nio.charset.StandardCharsets;

/**
 * One entry's header in the form that Go's {@code archive/tar} gives it: USTAR while the name fits (POSIX.1-1988), else a PAX
 * {@code path} record in front (POSIX.1-2001).
 */
record TarHeader(String name, char type, int mode, long size) {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final long LARGEST_SIZE = 0_77777777777L;
    private static final int FOLDER_MODE = 0_750;
    private static final int FILE_MODE = 0_600;
    private static final int PROGRAM_MODE = 0_700;

    static TarHeader folder(String name) {
        return new TarHeader(name, '5', FOLDER_MODE, 0);
    }

    static TarHeader file(String name, boolean executable, long size) {
        return file(name, executable ? PROGRAM_MODE : FILE_MODE, size);
    }

    static TarHeader file(String name, int mode, long size) {
        if (size > LARGEST_SIZE) {
            throw new IllegalArgumentException(name + " is too large for an archive: " + size + " bytes");
        }
        return new TarHeader(name, '0', mode, size);
    }

    boolean needsPaxRecord() {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length != name.length() || (bytes.length > NAME && splitAt() < 0);
    }

    /** Where a long ASCII name is cut into prefix and name, or -1. */
    private int splitAt() {
        int slash = name.lastIndexOf('/', Math.min(name.length(), PREFIX + 1) - 1);
        int rest = name.length() - slash - 1;
        return slash <= 0 || slash > PREFIX || rest == 0 || rest > NAME ? -1 : slash;
    }

    /** {@code "<length> path=<name>\n"}, where the length counts itself. */
    String paxRecord() {
        int body = " path=\n".length() + name.getBytes(StandardCharsets.UTF_8).length;
        int length = body + Integer.toString(body).length();
        length = body + Integer.toString(length).length();
        return length + " path=" + name + "\n";
    }

    byte[] paxBlock(int recordLength) {
        int slash = name.lastIndexOf('/');
        String path = ascii(name.substring(0, slash + 1) + "PaxHeaders.0/" + name.substring(slash + 1));
        Block block = new Block();
        block.text(0, NAME, withoutEndingSlashes(path.substring(0, Math.min(NAME, path.length()))));
        block.numbers(0, recordLength);
        return block.finish('x');
    }

    byte[] block() {
        Block block = new Block();
        int split = needsPaxRecord() || name.length() <= NAME ? -1 : splitAt();
        block.text(0, NAME, ascii(name.substring(split + 1)));
        block.text(345, PREFIX, name.substring(0, Math.max(0, split)));
        block.numbers(mode, size);
        block.octal(329, 8, 0);
        block.octal(337, 8, 0);
        return block.finish(type);
    }

    private static String ascii(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> c < 0x80).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static String withoutEndingSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** The 512 bytes of a header, filled in field by field. */
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK];

        void text(int offset, int width, String text) {
            byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(ascii, 0, bytes, offset, Math.min(width, ascii.length));
        }

        void octal(int offset, int width, long value) {
            String digits = Long.toOctalString(value);
            text(offset, width - 1, "0".repeat(width - 1 - digits.length()) + digits);
        }

        void numbers(int mode, long size) {
            octal(100, 8, mode);
            octal(108, 8, 0);
            octal(116, 8, 0);
            octal(124, 12, size);
            octal(136, 12, 0);
        }

        byte[] finish(char type) {
            text(156, 1, String.valueOf(type));
            text(257, 8, "ustar\u000000");
            text(148, 8, "        ");
            int sum = 0;
            for (byte b : bytes) {
                sum += b & 0xff;
            }
            octal(148, 7, sum);
            bytes[154] = 0;
            return bytes;
        }
    }
}
