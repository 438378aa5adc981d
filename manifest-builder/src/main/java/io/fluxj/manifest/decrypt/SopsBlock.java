package io.fluxj.manifest.decrypt;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The block of sops in a built object. */
final class SopsBlock {
    private static final String NAME = "sops";
    private static final String GROUPS = "key_groups";
    private static final List<String> RECIPIENTS =
            List.of("age", "pgp", "kms", "gcp_kms", "azure_kv", "hc_vault", "hckms");

    private SopsBlock() {}

    /** Whether there is one: it has a MAC, or a key for a recipient. Some objects have a field of this name and mean something else. */
    static boolean isIn(Map<String, Object> object) {
        return hasMac(object) || (object.get(NAME) instanceof Map<?, ?> sops && (hasKey(sops) || hasGroup(sops)));
    }

    /** Whether there is one with a MAC. */
    static boolean hasMac(Map<String, Object> object) {
        return object.get(NAME) instanceof Map<?, ?> sops && isText(sops.get("mac"));
    }

    private static boolean hasGroup(Map<?, ?> sops) {
        return sops.get(GROUPS) instanceof List<?> groups
                && groups.stream().anyMatch(group -> group instanceof Map<?, ?> keys && hasKey(keys));
    }

    private static boolean hasKey(Map<?, ?> group) {
        return RECIPIENTS.stream()
                .anyMatch(kind -> group.get(kind) instanceof List<?> keys
                        && keys.stream().anyMatch(key -> key instanceof Map<?, ?> fields && isText(fields.get("enc"))));
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty();
    }
}
