package io.fluxj.helm.release;

import java.util.Map;

/**
 * A Secret or ConfigMap that holds a release.
 *
 * @param labels all of them
 * @param data what stands under the key {@code release}
 */
public record StoredRecord(String name, Map<String, String> labels, String data) {
    /** The type of the Secret. */
    public static final String SECRET_TYPE = "helm.sh/release.v1";

    /** The key of the data. */
    public static final String DATA_KEY = "release";

    public StoredRecord {
        labels = Map.copyOf(labels);
    }
}
