package io.fluxj.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The decoded data of a Secret or ConfigMap. Does not print its values. */
public final class SecretData {
    private final Map<String, byte[]> data;

    /** Keeps the arrays as they are. */
    public SecretData(Map<String, byte[]> data) {
        this.data = Map.copyOf(data);
    }

    /** The keys. */
    public Set<String> keys() {
        return data.keySet();
    }

    /** The value of {@code key}. */
    public Optional<byte[]> bytes(String key) {
        return Optional.ofNullable(data.get(key));
    }

    /** The value of {@code key}, read as UTF-8. */
    public Optional<String> text(String key) {
        return bytes(key).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SecretData" + data.keySet();
    }
}
