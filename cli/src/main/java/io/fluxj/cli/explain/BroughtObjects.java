package io.fluxj.cli.explain;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.health.Health;
import io.fluxj.apply.health.KStatus;
import io.fluxj.apply.health.MalformedObject;
import io.fluxj.apply.health.Status;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Inventories;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.Objects;
import io.fluxj.cli.object.Resources;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an object brought into the cluster, by health: the healthy ones are counted, the others named. */
record BroughtObjects(Session session) {
    private static final int MOST_NAMED = 20;

    private record Found(ObjectRef reference, Health health) {}

    void print(FluxKind kind, FluxObject object) {
        boolean elsewhere = !object.at("/spec/kubeConfig").isMissingNode();
        List<ObjectRef> brought = new Inventories(session).of(kind, object);
        if (brought.isEmpty()) {
            return;
        }
        PrintStream out = session.terminal().out();
        if (elsewhere) {
            out.printf("%nObjects: %d, in another cluster%n", brought.size());
            return;
        }
        List<Found> found = brought.stream().map(this::look).toList();
        out.printf("%nObjects: %s%n", counted(found));
        found.stream()
                .filter(each -> each.health().status() != Status.CURRENT)
                .sorted(Comparator.comparing(each -> each.health().status()))
                .limit(MOST_NAMED)
                .forEach(each -> out.printf(
                        "✗ %s is %s: %s%n",
                        each.reference(),
                        each.health().status().word(),
                        each.health().message()));
    }

    private static String counted(List<Found> found) {
        Map<Status, Long> counts = found.stream()
                .collect(Collectors.groupingBy(each -> each.health().status(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private Found look(ObjectRef reference) {
        try {
            Health health = new Resources(session)
                    .in(reference.apiVersion(), reference.kind())
                    .flatMap(definition -> new Objects(session)
                            .find(definition, new Namespaces.One(reference.namespace()), reference.name()))
                    .map(object -> KStatus.judge(object.json(), session.clock().instant()))
                    .orElseGet(() -> new Health(Status.NOT_FOUND, "NotFound", "it is not in the cluster"));
            return new Found(reference, health);
        } catch (KubernetesClientException | MalformedObject e) {
            return new Found(reference, new Health(Status.UNKNOWN, "Unreadable", String.valueOf(e.getMessage())));
        }
    }
}
