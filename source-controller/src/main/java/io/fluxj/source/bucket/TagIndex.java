package io.fluxj.source.bucket;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The objects of a bucket by key, with the tags of their content. Used by one thread. */
final class TagIndex {
    private static final Comparator<String> BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final int most;
    private final Map<String, String> tags = new TreeMap<>(BYTES);

    TagIndex(int most) {
        this.most = most;
    }

    void add(String key, String tag) throws IOException {
        if (tags.put(key, tag) == null && tags.size() > most) {
            throw new IOException(
                    "there are more than " + most + " objects; set spec.prefix or spec.ignore to take less of them");
        }
    }

    void remove(String key) {
        tags.remove(key);
    }

    int size() {
        return tags.size();
    }

    List<String> keys() {
        return List.copyOf(tags.keySet());
    }

    /** The digest of a line for each object: key, blank, tag. Source: behaviour §1.7. */
    Digest revision() {
        StringBuilder lines = new StringBuilder();
        tags.forEach((key, tag) -> lines.append(key).append(' ').append(tag).append('\n'));
        return Digest.of(DigestAlgorithm.SHA256, lines.toString());
    }

    /**
     * The files that the objects become, by key.
     *
     * @param taken a file that is there already
     * @throws IOException when a key names no file below the folder, or two name the same, or one names a folder of another
     */
    Map<String, String> files(String taken) throws IOException {
        Map<String, String> files = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        owners.put(taken, taken);
        Set<String> folders = new HashSet<>();
        for (String key : tags.keySet()) {
            ObjectPath path = ObjectPath.of(key);
            String other = owners.putIfAbsent(path.text(), key);
            if (other != null) {
                throw new IOException("the keys '" + other + "' and '" + key + "' stand for the same file");
            }
            folders.addAll(path.folders());
            files.put(key, path.text());
        }
        for (String folder : folders) {
            if (owners.containsKey(folder)) {
                throw new IOException("the key '" + owners.get(folder) + "' stands for a file and for a folder of other"
                        + " objects; rename it or leave it out by spec.ignore");
            }
        }
        return files;
    }
}
