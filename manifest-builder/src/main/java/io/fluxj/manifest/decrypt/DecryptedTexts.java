package io.fluxj.manifest.decrypt;

import io.fluxj.kustomize.BuiltResource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the texts that are in objects since they were decrypted. */
public final class DecryptedTexts {
    /** What names the object; messages would be of no use without it. */
    private static final Set<String> NAMES = Set.of("apiVersion", "kind", "metadata");

    private DecryptedTexts() {}

    /**
     * The texts, of values in {@code data} also what they encode.
     *
     * @param before the objects
     * @param after the same, decrypted; those that are the same instances were not encrypted
     */
    public static List<String> of(List<BuiltResource> before, List<BuiltResource> after) {
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < after.size(); i++) {
            if (before.get(i) != after.get(i)) {
                Set<String> found = new LinkedHashSet<>();
                addContent(after.get(i), found);
                addDecoded(after.get(i).content().get("data"), found);
                Set<String> known = new LinkedHashSet<>();
                addContent(before.get(i), known);
                found.removeAll(known);
                found.remove("");
                texts.addAll(found);
            }
        }
        return List.copyOf(texts);
    }

    private static void addContent(BuiltResource object, Set<String> texts) {
        object.content().forEach((field, value) -> {
            if (!NAMES.contains(field)) {
                add(value, texts);
            }
        });
    }

    private static void add(@Nullable Object value, Set<String> texts) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(each -> add(each, texts));
            case List<?> list -> list.forEach(each -> add(each, texts));
            case String text -> texts.add(text);
            case null, default -> {}
        }
    }

    private static void addDecoded(@Nullable Object data, Set<String> texts) {
        if (data instanceof Map<?, ?> map) {
            for (Object value : map.values()) {
                if (value instanceof String text) {
                    texts.add(decoded(text));
                }
            }
        }
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
