package io.fluxj.sops.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An age file. */
final class AgeFile {
    private final List<Stanza> stanzas;
    private final byte[] authenticated;
    private final byte[] mac;
    private final byte[] payload;

    private AgeFile(List<Stanza> stanzas, byte[] authenticated, byte[] mac, byte[] payload) {
        this.stanzas = List.copyOf(stanzas);
        this.authenticated = authenticated;
        this.mac = mac;
        this.payload = payload;
    }

    List<Stanza> stanzas() {
        return stanzas;
    }

    /** The part of the header that {@link #mac()} is over. */
    byte[] authenticated() {
        return authenticated;
    }

    byte[] mac() {
        return mac;
    }

    /** Nonce and chunks. */
    byte[] payload() {
        return payload;
    }

    /** @throws AgeException if it is none */
    static AgeFile parse(byte[] file) throws AgeException {
        return new Parser(file).parse();
    }

    private static final class Parser {
        private static final String INTRO = "age-encryption.org/v1";
        private static final int MOST_STANZAS = 100;
        private static final int BYTES_PER_LINE = 48;

        private final byte[] file;
        private int at;

        Parser(byte[] file) {
            this.file = file;
        }

        AgeFile parse() throws AgeException {
            if (!line().equals(INTRO)) {
                throw header("parsing age header: unexpected intro");
            }
            List<Stanza> stanzas = new ArrayList<>();
            String line = line();
            while (!line.startsWith("---")) {
                if (stanzas.size() == MOST_STANZAS) {
                    throw header("failed to parse header: more than " + MOST_STANZAS + " stanzas");
                }
                stanzas.add(stanza(line));
                line = line();
            }
            byte[] authenticated = Arrays.copyOf(file, at - line.length() - 1 + 3);
            return new AgeFile(stanzas, authenticated, mac(line), Arrays.copyOfRange(file, at, file.length));
        }

        private static AgeException header(String problem) {
            return new AgeException("failed to read header: " + problem);
        }

        private String line() throws AgeException {
            int end = at;
            while (end < file.length && file[end] != '\n') {
                end++;
            }
            if (end == file.length) {
                throw header(at == 0 ? "parsing age header: file is empty" : "failed to parse header: unexpected EOF");
            }
            String line = new String(file, at, end - at, ISO_8859_1);
            at = end + 1;
            return line;
        }

        private byte[] mac(String line) throws AgeException {
            byte[] mac = line.startsWith("--- ") ? decode(line.substring(4)) : new byte[0];
            if (mac.length != 32) {
                throw header("parsing age header: malformed closing line");
            }
            return mac;
        }

        private static byte[] decode(String text) throws AgeException {
            try {
                return Base64Lines.decode(text);
            } catch (AgeException e) {
                throw header("failed to parse header: " + e.getMessage());
            }
        }

        private Stanza stanza(String opening) throws AgeException {
            List<String> words = Arrays.asList(opening.split(" ", -1));
            boolean valid = words.size() > 1
                    && words.getFirst().equals("->")
                    && words.stream()
                            .allMatch(word -> !word.isEmpty() && word.chars().allMatch(c -> c > 32 && c < 127));
            if (!valid) {
                throw header("failed to parse header: malformed stanza");
            }
            return new Stanza(words.get(1), words.subList(2, words.size()), body());
        }

        /** Ends with the first line that is not full. */
        private byte[] body() throws AgeException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            byte[] part;
            do {
                part = decode(line());
                if (part.length > BYTES_PER_LINE) {
                    throw header("failed to parse header: malformed body line: too long");
                }
                body.writeBytes(part);
            } while (part.length == BYTES_PER_LINE);
            return body.toByteArray();
        }
    }
}
