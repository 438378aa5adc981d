package io.fluxj.sops.age;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;

/** The textual form of a file: lines of 64 characters between two marks. */
final class Armor {
    private static final String HEADER = "-----BEGIN AGE ENCRYPTED FILE-----";
    private static final String FOOTER = "-----END AGE ENCRYPTED FILE-----";
    private static final int COLUMNS = 64;

    private Armor() {}

    static byte[] decode(String text) throws AgeException {
        List<String> lines = text.strip().lines().toList();
        if (lines.isEmpty()) {
            throw error("unexpected EOF");
        }
        if (!lines.getFirst().equals(HEADER)) {
            throw error("invalid first line: \"" + lines.getFirst() + "\"");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = lines.size() - 1;
        for (int i = 1; i < last; i++) {
            bytes.writeBytes(decode(lines.get(i), i == last - 1));
        }
        if (last == 0 || !lines.get(last).equals(FOOTER)) {
            throw error("invalid closing line: \"" + lines.get(last) + "\"");
        }
        return bytes.toByteArray();
    }

    private static byte[] decode(String line, boolean mayBeShort) throws AgeException {
        if (line.isEmpty()) {
            throw error("empty line in armored data");
        }
        if (line.length() > COLUMNS) {
            throw error("column limit exceeded");
        }
        if (line.length() % 4 != 0 || (line.length() < COLUMNS && !mayBeShort)) {
            throw error("malformed line");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(line);
            if (Base64.getEncoder().encodeToString(bytes).equals(line)) {
                return bytes;
            }
        } catch (IllegalArgumentException wrong) {
            // answered below
        }
        throw error("malformed base64");
    }

    private static AgeException error(String problem) {
        return new AgeException("invalid armor: " + problem);
    }
}
