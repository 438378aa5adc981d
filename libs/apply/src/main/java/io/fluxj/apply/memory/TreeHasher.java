package io.fluxj.apply.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.archive.Hasher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Hashes JSON by what it says: the order of fields does not count. Not thread-safe. */
public final class TreeHasher {
    private final Hasher hasher = Hasher.of(DigestAlgorithm.SHA256);
    private final byte[] small = new byte[Long.BYTES];

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
        hasher.update(bytes, 0, bytes.length);
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

    /** The hash of all that was added; the hasher is of no use afterwards. */
    public Hash done() {
        return Hash.of(hasher.finish());
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
        small[0] = (byte) type;
        hasher.update(small, 0, 1);
    }

    TreeHasher number(long value) {
        for (int i = 0; i < Long.BYTES; i++) {
            small[i] = (byte) (value >>> (i * Byte.SIZE));
        }
        hasher.update(small, 0, Long.BYTES);
        return this;
    }
}
