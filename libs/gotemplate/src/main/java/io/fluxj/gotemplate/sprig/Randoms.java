package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.INT;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random texts and numbers. */
record Randoms(SecureRandom random) {
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    void addTo(Library library) {
        text(library, "randAlphaNum", LETTERS + DIGITS);
        text(library, "randAlpha", LETTERS);
        text(library, "randNumeric", DIGITS);
        text(library, "randAscii", ascii());
        library.add("randBytes", STRING, (run, a) -> bytes(run, Args.integer(a, 0)), INT);
        library.add("randInt", INT, (run, a) -> between(a), INT, INT);
        library.add("uuidv4", STRING, (run, a) -> uuid());
        library.add("shuffle", STRING, (run, a) -> shuffled(run, Args.text(a, 0)), STRING);
    }

    private static String ascii() {
        StringBuilder out = new StringBuilder();
        for (char c = ' '; c < 0x7F; c++) {
            out.append(c);
        }
        return out.toString();
    }

    private void text(Library library, String name, String characters) {
        library.add(name, STRING, (run, a) -> text(run, Args.integer(a, 0), characters), INT);
    }

    private String text(Meter meter, int count, String characters) {
        meter.reserve(Math.max(count, 0));
        meter.spend(Math.max(count, 0));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(characters.charAt(random.nextInt(characters.length())));
        }
        return out.toString();
    }

    private String bytes(Meter meter, int count) {
        if (count < 0) {
            throw new GoError("runtime error: makeslice: len out of range");
        }
        meter.reserve(2L * count);
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private GoInt between(List<? extends @Nullable Object> args) {
        long least = Values.integer(args.get(0));
        long bound = Values.integer(args.get(1));
        if (bound - least <= 0) {
            throw new GoError("invalid argument to Intn");
        }
        return GoInt.of(random.nextLong(bound - least) + least);
    }

    private String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        bytes[6] = (byte) ((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3F) | 0x80);
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    private String shuffled(Meter meter, String text) {
        meter.spend(text.length());
        int[] runes = text.codePoints().toArray();
        for (int i = runes.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int rune = runes[i];
            runes[i] = runes[other];
            runes[other] = rune;
        }
        return new String(runes, 0, runes.length);
    }
}
