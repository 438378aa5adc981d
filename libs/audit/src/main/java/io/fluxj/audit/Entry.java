package io.fluxj.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a journal.
 *
 * @param head what the chain has got to with it
 * @param previous hash of the entry before it
 * @param record what was written down, one JSON object on one line
 */
public record Entry(Head head, String previous, String record) {
    /** Longer ones are neither written nor read, in characters. */
    public static final int LONGEST = 8 << 20;

    private static final String HASH = ",\"hash\":\"";
    private static final String END = "\"}";
    private static final int SEALED = HASH.length() + Seal.LENGTH + END.length();
    private static final int LONGEST_FRONT = 200;
    private static final Pattern FRONT = Pattern.compile(
            "\\{\"chain\":\"([0-9a-f]{32})\",\"n\":([1-9][0-9]{0,17}),\"prev\":\"([0-9a-f]{64})\",\"record\":");
    private static final Pattern BACK = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"}");

    public Entry {
        if (record.length() > LONGEST - LONGEST_FRONT - SEALED || !isOneObject(record)) {
            throw new IllegalArgumentException("a record is one JSON object on one line, not longer than " + LONGEST);
        }
    }

    private static boolean isOneObject(String record) {
        return record.startsWith("{")
                && record.endsWith("}")
                && record.chars().noneMatch(character -> character == '\n' || character == '\r');
    }

    /** The entry that comes after all that a chain has. */
    public static Entry after(Head last, String record, Seal seal) {
        Entry unsealed = new Entry(new Head(last.chain(), last.number() + 1, ""), last.hash(), record);
        return new Entry(new Head(last.chain(), last.number() + 1, seal.hash(unsealed.sealed())), last.hash(), record);
    }

    /** The entry that a line is; empty when it is none. Whether its hash is right is another question. */
    public static Optional<Entry> parse(String line) {
        if (line.length() > LONGEST || line.length() < SEALED) {
            return Optional.empty();
        }
        Matcher front = FRONT.matcher(line.substring(0, Math.min(line.length(), LONGEST_FRONT)));
        Matcher back = BACK.matcher(line.substring(line.length() - SEALED));
        if (!front.lookingAt() || !back.matches() || front.end() > line.length() - SEALED) {
            return Optional.empty();
        }
        String record = line.substring(front.end(), line.length() - SEALED);
        return isOneObject(record)
                ? Optional.of(new Entry(
                        new Head(front.group(1), Long.parseLong(front.group(2)), back.group(1)),
                        front.group(3),
                        record))
                : Optional.empty();
    }

    /** Whether the hash is that of the rest. */
    public boolean isSealedBy(Seal seal) {
        return MessageDigest.isEqual(
                seal.hash(sealed()).getBytes(StandardCharsets.US_ASCII),
                head.hash().getBytes(StandardCharsets.US_ASCII));
    }

    /** The line, without its end. */
    public String line() {
        return sealed() + HASH + head.hash() + END;
    }

    private String sealed() {
        return "{\"chain\":\"" + head.chain() + "\",\"n\":" + head.number() + ",\"prev\":\"" + previous
                + "\",\"record\":" + record;
    }
}
