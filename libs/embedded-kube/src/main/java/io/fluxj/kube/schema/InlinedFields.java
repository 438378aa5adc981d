package io.fluxj.kube.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fields that JSON has in a definition and protobuf has in a message of its own inside it. Source: the API types of Kubernetes
 * 1.36.
 *
 * @param number of the inner message
 * @param listed fields, of the inner message when {@code inside}, else the only ones of the outer one
 * @param inside what the listed fields belong to
 */
public record InlinedFields(int number, Set<String> listed, boolean inside) {
    private static final String CORE = "io.k8s.api.core.v1.";
    private static final InlinedFields NAME = new InlinedFields(1, Set.of("name"), true);
    private static final Map<String, InlinedFields> ALL = Map.ofEntries(
            Map.entry("io.k8s.api.networking.v1.IngressRule", new InlinedFields(2, Set.of("http"), true)),
            Map.entry(CORE + "Volume", new InlinedFields(2, Set.of("name"), false)),
            Map.entry(
                    CORE + "PersistentVolumeSpec",
                    new InlinedFields(
                            2,
                            Set.of(
                                    "capacity",
                                    "accessModes",
                                    "claimRef",
                                    "persistentVolumeReclaimPolicy",
                                    "storageClassName",
                                    "mountOptions",
                                    "volumeMode",
                                    "nodeAffinity",
                                    "volumeAttributesClassName"),
                            false)),
            Map.entry(CORE + "Probe", new InlinedFields(1, Set.of("exec", "httpGet", "tcpSocket", "grpc"), true)),
            Map.entry(CORE + "EphemeralContainer", new InlinedFields(1, Set.of("targetContainerName"), false)),
            Map.entry(CORE + "ConfigMapEnvSource", NAME),
            Map.entry(CORE + "ConfigMapKeySelector", NAME),
            Map.entry(CORE + "ConfigMapProjection", NAME),
            Map.entry(CORE + "ConfigMapVolumeSource", NAME),
            Map.entry(CORE + "SecretEnvSource", NAME),
            Map.entry(CORE + "SecretKeySelector", NAME),
            Map.entry(CORE + "SecretProjection", NAME));

    static Optional<InlinedFields> of(String definition) {
        return Optional.ofNullable(ALL.get(definition));
    }

    /** Whether a field of a PersistentVolume's spec says what the volume is made of. */
    public static boolean isVolumeSource(String field) {
        return of(CORE + "PersistentVolumeSpec").orElseThrow().inner(field);
    }

    boolean inner(String field) {
        return listed.contains(field) == inside;
    }
}
