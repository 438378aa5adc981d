package io.fluxj.cli.build;

import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.ApiException;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.inventory.Inventory;
import io.fluxj.apply.inventory.InventoryEntry;
import io.fluxj.apply.memory.AppliedMemory;
import io.fluxj.apply.stage.ApplyOptions;
import io.fluxj.apply.stage.Planned;
import io.fluxj.apply.stage.StagedApply;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import io.fluxj.manifest.BuildFailure;
import io.fluxj.manifest.BuiltManifests;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code diff kustomization}. Ends with 1 when something would change, and with 2 when that cannot be told. */
@Command(
        name = "kustomization",
        aliases = "ks",
        description =
                "Show what would change in the cluster if a folder of this machine were applied, by dry-runs alone."
                        + " Ends with 1 when something would, with 2 when that cannot be told.")
public final class DiffKustomizationCommand implements Callable<Integer> {
    private static final int DIFFERS = 1;
    private static final int UNKNOWN = 2;

    private final Session session;

    @Mixin
    private final BuildFlags flags = new BuildFlags();

    @Option(names = "--progress-bar", description = "Accepted as flux does.")
    void setProgressBar(boolean ignored) {}

    @Option(
            names = "--ignore-not-found",
            description = "A Kustomization that is not in the cluster yet is none that changes.")
    private boolean ignoreNotFound;

    /** For one call. */
    public DiffKustomizationCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return compare();
        } catch (BuildFailure | ApiException failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), UNKNOWN);
        } catch (CommandFailure failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), UNKNOWN);
        }
    }

    private int compare() throws BuildFailure, InterruptedException {
        var _ = flags.name();
        Path folder = flags.folder();
        KustomizationOf source = new KustomizationOf(session, flags);
        Optional<FluxObject> live =
                new Objects(session).find(FluxKind.KUSTOMIZATION, session.namespace(), flags.name());
        if (live.isEmpty() && flags.file().isEmpty() && ignoreNotFound) {
            session.terminal().warning("Kustomization '" + flags.name() + "' is not in the cluster yet");
            return 0;
        }
        Kustomization object = source.find(true);
        BuiltManifests built = new LocalBuild(session, flags.strict(), flags.ignored(), true)
                .prepare(object, folder)
                .build();
        List<Planned> planned = plan(object, built);
        List<ObjectRef> gone = deleted(object, live, planned);
        String text = new PlanView(planned, gone).text();
        session.terminal().out().print(text);
        boolean refused = planned.stream().anyMatch(Planned.Refused.class::isInstance);
        return refused ? UNKNOWN : text.isEmpty() ? 0 : DIFFERS;
    }

    private List<Planned> plan(Kustomization object, BuiltManifests built) throws InterruptedException {
        ApplyOptions options = ApplyOptions.of(LocalBuild.MARKERS.ownership(object))
                .withMarkers(LocalBuild.MARKERS.markers())
                .withTakeover(LocalBuild.MARKERS.takeover(List.of(), false))
                .withForce(Boolean.TRUE.equals(object.getSpec().force()));
        try (AppliedMemory memory = new AppliedMemory(1)) {
            return new StagedApply(Cluster.of(session.client()), memory).plan(built.objects(), options);
        }
    }

    private static List<ObjectRef> deleted(Kustomization object, Optional<FluxObject> live, List<Planned> planned) {
        if (live.isEmpty() || !Boolean.TRUE.equals(object.getSpec().prune())) {
            return List.of();
        }
        List<InventoryEntry> stored = live.get()
                .elements("/status/inventory/entries")
                .map(entry -> new InventoryEntry(
                        entry.path("id").asText(), entry.path("v").asText()))
                .toList();
        return Inventory.of(stored)
                .inventory()
                .staleAgainst(new Inventory(planned.stream().map(Planned::ref).toList()));
    }
}
