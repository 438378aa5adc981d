package io.fluxj.apply.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Hashes JSON by what it says: the order of fields does not count. Not thread-safe. */
public final class TreeHasher {
    private final MessageDigest digest = sha256();

    /** Hashes a whole tree. */
    public static Hash of(JsonNode tree) {
        return new TreeHasher().tree(tree).done();
    }

    /** Hashes the fields of an object but for the named ones. */
    public static Hash without(JsonNode object, Set<String> left) {
        return new TreeHasher().fields(object, left).done();
    }

    /** Adds a text. */
    public TreeHasher text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        mark('"');
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    /** Adds a tree. */
    public TreeHasher tree(JsonNode node) {
        if (node.isObject()) {
            return fields(node, Set.of());
        }
        if (node.isArray()) {
            mark('[');
            node.forEach(this::tree);
            mark(']');
            return this;
        }
        mark(node.isTextual() ? 's' : node.isNull() ? 'n' : 'v');
        return text(node.asText(""));
    }

    /** The hash of all that was added; the hasher is as new then. */
    public Hash done() {
        return Hash.of(digest.digest());
    }

    TreeHasher hash(Hash hash) {
        number(hash.high());
        number(hash.low());
        return this;
    }

    private TreeHasher fields(JsonNode object, Set<String> left) {
        mark('{');
        for (String name : sortedNames(object)) {
            if (!left.contains(name)) {
                text(name);
                tree(object.path(name));
            }
        }
        mark('}');
        return this;
    }

    private static List<String> sortedNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return isSorted(names) ? names : List.copyOf(new TreeSet<>(names));
    }

    private static boolean isSorted(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i - 1).compareTo(names.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private void mark(char type) {
        digest.update((byte) type);
    }

    private void number(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            digest.update((byte) (value >>> shift));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
