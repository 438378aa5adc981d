package io.fluxj.kustomization.postbuild;

import java.util.Map;
import java.util.Optional;

/** Reads the data of ConfigMaps and Secrets. */
public interface ConfigSource {

    /** {@code data} of a ConfigMap; empty when there is none of that name. */
    Optional<Map<String, String>> configMap(String namespace, String name);

    /** The decoded {@code data} of a Secret; empty when there is none of that name. */
    Optional<Map<String, String>> secret(String namespace, String name);
}
