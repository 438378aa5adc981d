package io.fluxj.cli.look;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Table;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;
import io.fluxj.cli.object.Namespaces;
import io.fluxj.cli.object.Objects;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stats}: how many objects of each kind there are, how many fail, and how much is stored for them. */
@Command(
        name = "stats",
        description = "Counts Flux's objects: running, failing, suspended, and what is stored for them.")
final class StatsCommand implements Callable<Integer> {
    private static final List<FluxKind> KINDS = List.of(
            FluxKind.GIT_REPOSITORY,
            FluxKind.OCI_REPOSITORY,
            FluxKind.HELM_REPOSITORY,
            FluxKind.HELM_CHART,
            FluxKind.BUCKET,
            FluxKind.KUSTOMIZATION,
            FluxKind.HELM_RELEASE,
            FluxKind.ALERT,
            FluxKind.PROVIDER,
            FluxKind.RECEIVER,
            FluxKind.IMAGE_UPDATE,
            FluxKind.IMAGE_POLICY,
            FluxKind.IMAGE_REPOSITORY);

    private final Session session;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Look at all namespaces.")
    private boolean allNamespaces;

    StatsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Table table = Table.of(List.of("Reconcilers", "Running", "Failing", "Suspended", "Storage"));
        KINDS.forEach(kind -> table.row(row(kind)));
        table.print(session.terminal().out());
        return 0;
    }

    private List<String> row(FluxKind kind) {
        Namespaces namespaces = Namespaces.of(allNamespaces, session.namespace());
        List<FluxObject> found = new Objects(session)
                .listIfServed(kind, new Objects.Selection(namespaces, ""))
                .orElse(List.of());
        long suspended = found.stream()
                .filter(object -> object.at("/spec/suspend").asBoolean())
                .count();
        long failing = found.stream()
                .filter(object ->
                        object.condition("Ready").filter(Condition::isFalse).isPresent())
                .count();
        long size = found.stream()
                .mapToLong(object -> object.at("/status/artifact/size").asLong())
                .sum();
        return List.of(
                kind.kind(),
                String.valueOf(found.size() - suspended),
                String.valueOf(failing),
                String.valueOf(suspended),
                size(size));
    }

    private static String size(long bytes) {
        if (bytes == 0) {
            return "-";
        }
        if (bytes < 1024) {
            return bytes + " B";
        }
        int power = (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return String.format(
                Locale.ROOT, "%.1f %ciB", bytes / (double) (1L << (10 * power)), "KMGTPE".charAt(power - 1));
    }
}
