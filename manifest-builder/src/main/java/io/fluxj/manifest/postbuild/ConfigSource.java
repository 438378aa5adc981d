package io.fluxj.manifest.postbuild;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Reads the data of ConfigMaps and Secrets. */
public interface ConfigSource {

    /**
     * {@code data} of a ConfigMap; empty when there is none of that name.
     *
     * @throws IOException if that cannot be told; its message is shown to people
     */
    Optional<Map<String, String>> configMap(String namespace, String name) throws IOException;

    /**
     * The decoded {@code data} of a Secret; empty when there is none of that name.
     *
     * @throws IOException if that cannot be told; its message is shown to people
     */
    Optional<Map<String, String>> secret(String namespace, String name) throws IOException;
}
