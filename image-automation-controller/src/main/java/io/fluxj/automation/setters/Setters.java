package io.fluxj.automation.setters;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What markers may name, and the values that they stand for.
 *
 * @param values by name: {@code namespace:policy} is the whole reference, {@code :name}, {@code :tag} and {@code :digest} behind it a part
 */
public record Setters(Map<String, String> values) {
    public Setters {
        values = Map.copyOf(values);
    }

    /** An image that a policy chose; the digest may be empty. */
    public record Image(String name, String tag, String digest) {
        /** {@code name:tag[@digest]}. */
        public String reference() {
            return name + ":" + tag + (digest.isEmpty() ? "" : "@" + digest);
        }
    }

    /** Of the policies of one namespace, by name. */
    public static Setters of(String namespace, Map<String, Image> images) {
        Map<String, String> values = new HashMap<>();
        images.forEach((policy, image) -> {
            String setter = namespace + ":" + policy;
            values.put(setter, image.reference());
            values.put(setter + ":name", image.name());
            values.put(setter + ":tag", image.tag());
            if (!image.digest().isEmpty()) {
                values.put(setter + ":digest", image.digest());
            }
        });
        return new Setters(values);
    }

    Optional<String> value(String setter) {
        return Optional.ofNullable(values.get(setter));
    }
}
