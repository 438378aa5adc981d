package io.fluxj.helmrelease.fault;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.api.meta.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a namespace when all is done, without the namespace's own name.
 *
 * @param conditions of the release's object
 * @param counters of its failures
 * @param history as its status has it
 * @param records of Helm, each with its status
 * @param objects data of the ConfigMaps of the release
 */
record EndState(
        List<String> conditions,
        String counters,
        List<String> history,
        List<String> records,
        Map<String, String> objects) {

    static EndState of(KubernetesClient client, String namespace, @Nullable HelmRelease object) {
        HelmReleaseStatus status = object == null ? null : object.getStatus();
        return new EndState(
                status == null
                        ? List.of()
                        : status.conditions().stream()
                                .map(condition -> condition(condition, namespace))
                                .sorted()
                                .toList(),
                status == null
                        ? ""
                        : status.failures() + " " + status.installFailures() + " " + status.upgradeFailures(),
                status == null
                        ? List.of()
                        : status.history().stream().map(EndState::entry).toList(),
                records(client, namespace),
                objects(client, namespace));
    }

    private static String condition(Condition condition, String namespace) {
        return "%s=%s %s %s"
                .formatted(
                        condition.type(),
                        condition.status().text(),
                        condition.reason(),
                        Objects.requireNonNullElse(condition.message(), "").replace(namespace, "ns"));
    }

    private static String entry(ReleaseSnapshot entry) {
        return "v" + entry.version() + " " + entry.status() + " "
                + entry.testHooks().keySet();
    }

    private static List<String> records(KubernetesClient client, String namespace) {
        return client.secrets().inNamespace(namespace).withLabel("owner", "helm").list().getItems().stream()
                .sorted(Comparator.comparing(secret ->
                        Integer.parseInt(secret.getMetadata().getLabels().get("version"))))
                .map(EndState::record)
                .toList();
    }

    private static String record(Secret secret) {
        Map<String, String> labels = secret.getMetadata().getLabels();
        return "v" + labels.get("version") + " " + labels.get("status");
    }

    private static Map<String, String> objects(KubernetesClient client, String namespace) {
        Map<String, String> objects = new TreeMap<>();
        client.configMaps().inNamespace(namespace).list().getItems().stream()
                .filter(EndState::isReleased)
                .forEach(map -> objects.put(map.getMetadata().getName(), data(map, namespace)));
        return objects;
    }

    private static boolean isReleased(HasMetadata object) {
        return object.getMetadata().getLabels() != null
                && "Helm".equals(object.getMetadata().getLabels().get("app.kubernetes.io/managed-by"));
    }

    private static String data(ConfigMap map, String namespace) {
        return new TreeMap<>(map.getData()).toString().replace(namespace, "ns");
    }

    /** What is the same however many revisions it took, and whether the last one was an install or an upgrade. */
    EndState essence() {
        List<String> last = new ArrayList<>();
        if (!records.isEmpty()) {
            last.add(records.getLast().replaceFirst("v[0-9]+ ", ""));
        }
        Map<String, String> same = new TreeMap<>();
        objects.forEach((name, data) ->
                same.put(name, data.replaceAll("ns/[0-9]+", "ns/N").replaceAll("revision=[0-9]+", "revision=N")));
        return new EndState(
                conditions.stream().map(EndState::essence).sorted().toList(), counters, List.of(), last, same);
    }

    /** Of a release that failed the last trouble is told, which may be the lock that the dead one left, and by Helm's upgrade in more words than by its install. */
    private static String essence(String condition) {
        return condition
                .replaceAll("^Released=False .*", "Released=False")
                .replaceAll("\\.v[0-9]+", ".vN")
                .replaceAll("(Install|Upgrade)(Succeeded|Failed)", "Release$2")
                .replaceAll("Helm (install|upgrade)", "Helm release")
                .replaceAll("to (install|upgrade)", "to release")
                .replace("failed to create resource: ", "");
    }
}
