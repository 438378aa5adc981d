package io.fluxj.automation.golden;

import io.fluxj.testkit.KubeCluster;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Namespaces of a run for those of the recordings, since these may still be going on a control plane that was used before.
 *
 * @param own by their names in the recordings
 */
record Namespaces(Map<String, String> own) {
    static Namespaces of(KubeCluster cluster, Collection<String> recorded) {
        Map<String, String> own = new LinkedHashMap<>();
        recorded.forEach(name -> own.put(name, cluster.anotherNamespace()));
        return new Namespaces(own);
    }

    String of(String recorded) {
        return Objects.requireNonNull(own.get(recorded), recorded);
    }

    /** JSON of a recording as it is played: in objects and in markers. Branches may have the same names. */
    String placed(String json) {
        String placed = json;
        for (Map.Entry<String, String> name : own.entrySet()) {
            placed = placed.replace(
                            "\"namespace\":\"" + name.getKey() + "\"", "\"namespace\":\"" + name.getValue() + "\"")
                    .replace("\\\"" + name.getKey() + ":", "\\\"" + name.getValue() + ":");
        }
        return placed;
    }

    /** What was seen as it would have been recorded. */
    String general(String text) {
        String general = text;
        for (Map.Entry<String, String> name : own.entrySet()) {
            general = general.replace(name.getValue(), name.getKey());
        }
        return general;
    }
}
