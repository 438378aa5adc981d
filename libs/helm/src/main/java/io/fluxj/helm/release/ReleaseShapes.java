package io.fluxj.helm.release;

import static io.fluxj.helm.shape.Shape.ANY_MAP;
import static io.fluxj.helm.shape.Shape.BYTES;
import static io.fluxj.helm.shape.Shape.TEXT;
import static io.fluxj.helm.shape.Shape.TEXTS;
import static io.fluxj.helm.shape.Shape.WHOLE;

import io.fluxj.helm.chart.ChartShapes;
import io.fluxj.helm.shape.Shape.Items;
import io.fluxj.helm.shape.Shape.Member;
import io.fluxj.helm.shape.Shape.Presence;
import io.fluxj.helm.shape.Shape.Struct;

/** The structs of Helm's {@code pkg/release/v1}; times are texts in them. */
public final class ReleaseShapes {
    static final Struct FILE = Struct.of(
            "common.File",
            Member.always("Name", "name", TEXT),
            Member.always("Data", "data", BYTES),
            Member.of("ModTime", "modtime", TEXT));

    /** A stored chart. */
    public static final Struct CHART = Struct.of(
            "v2.Chart",
            new Member("Metadata", "metadata", ChartShapes.METADATA, Presence.OPTIONAL),
            new Member("Lock", "lock", ChartShapes.LOCK, Presence.OPTIONAL),
            Member.always("Templates", "templates", new Items(FILE)),
            Member.always("Values", "values", ANY_MAP),
            Member.always("Schema", "schema", BYTES),
            Member.always("SchemaModTime", "schemamodtime", TEXT),
            Member.always("Files", "files", new Items(FILE)),
            Member.of("ModTime", "modtime", TEXT));

    static final Struct INFO = Struct.of(
            "v1.Info",
            Member.of("FirstDeployed", "first_deployed", TEXT),
            Member.of("LastDeployed", "last_deployed", TEXT),
            Member.of("Deleted", "deleted", TEXT),
            Member.of("Description", "description", TEXT),
            Member.of("Status", "status", TEXT),
            Member.of("RollbackRevision", "rollback_revision", WHOLE),
            Member.of("Notes", "notes", TEXT));

    static final Struct RUN = Struct.of(
            "v1.HookExecution",
            Member.of("StartedAt", "started_at", TEXT),
            Member.of("CompletedAt", "completed_at", TEXT),
            Member.always("Phase", "phase", TEXT));

    static final Struct HOOK = Struct.of(
            "v1.Hook",
            Member.of("Name", "name", TEXT),
            Member.of("Kind", "kind", TEXT),
            Member.of("Path", "path", TEXT),
            Member.of("Manifest", "manifest", TEXT),
            Member.of("Events", "events", TEXTS),
            Member.always("LastRun", "last_run", RUN),
            Member.of("Weight", "weight", WHOLE),
            Member.of("DeletePolicies", "delete_policies", TEXTS),
            Member.of("OutputLogPolicies", "output_log_policies", TEXTS));

    static final Struct RELEASE = Struct.of(
            "v1.Release",
            Member.of("Name", "name", TEXT),
            new Member("Info", "info", INFO, Presence.OPTIONAL_UNLESS_EMPTY),
            new Member("Chart", "chart", CHART, Presence.OPTIONAL_UNLESS_EMPTY),
            Member.of("Config", "config", ANY_MAP),
            Member.of("Manifest", "manifest", TEXT),
            Member.of("Hooks", "hooks", new Items(HOOK)),
            Member.of("Version", "version", WHOLE),
            Member.of("Namespace", "namespace", TEXT),
            Member.of("ApplyMethod", "apply_method", TEXT));

    /** What helm-controller computes the digest of a release from. */
    static final Struct OBSERVATION = Struct.of(
            "release.Observation",
            Member.always("Name", "name", TEXT),
            Member.always("Version", "version", WHOLE),
            Member.always("Info", "info", INFO),
            Member.always("ChartMetadata", "chartMetadata", ChartShapes.METADATA),
            Member.always("Config", "config", ANY_MAP),
            Member.always("Manifest", "manifest", TEXT),
            Member.always("Hooks", "hooks", new Items(HOOK)),
            Member.always("Namespace", "namespace", TEXT),
            Member.of("OCIDigest", "ociDigest", TEXT));

    private ReleaseShapes() {}
}
