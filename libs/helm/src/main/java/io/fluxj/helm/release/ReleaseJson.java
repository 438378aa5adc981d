package io.fluxj.helm.release;

import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.json.JsonWriter;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.shape.ShapeReader;
import io.fluxj.helm.shape.StructValue;
import io.fluxj.helm.values.ValueTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Releases as JSON, byte for byte as Helm 4 writes it; what Helm 3 wrote is read too. */
public final class ReleaseJson {
    private ReleaseJson() {}

    public static String encoded(Release release) {
        return JsonWriter.compact(Meter.NONE, struct(release));
    }

    /** A release as the struct that is encoded. */
    static StructValue struct(Release release) {
        return ReleaseShapes.RELEASE
                .zero()
                .with("name", release.key().name())
                .with("info", info(release.info()))
                .with("chart", release.chart())
                .with("config", release.config())
                .with("manifest", release.objects().manifest())
                .with(
                        "hooks",
                        release.objects().hooks().stream()
                                .map(ReleaseJson::hook)
                                .toList())
                .with("version", GoInt.of(release.key().revision()))
                .with("namespace", release.key().namespace())
                .with("apply_method", release.applyMethod().text());
    }

    static StructValue info(ReleaseInfo info) {
        return ReleaseShapes.INFO
                .zero()
                .with("first_deployed", GoTimes.text(info.firstDeployed()))
                .with("last_deployed", GoTimes.text(info.lastDeployed()))
                .with("deleted", GoTimes.text(info.deleted()))
                .with("description", info.description())
                .with("status", info.status().text())
                .with("rollback_revision", GoInt.of(info.rollbackRevision()))
                .with("notes", info.notes());
    }

    static StructValue hook(Hook hook) {
        Hook.LastRun last = hook.lastRun();
        StructValue run = ReleaseShapes.RUN
                .zero()
                .with("started_at", GoTimes.text(last.startedAt()))
                .with("completed_at", GoTimes.text(last.completedAt()))
                .with("phase", last.phase());
        return ReleaseShapes.HOOK
                .zero()
                .with("name", hook.name())
                .with("kind", hook.kind())
                .with("path", hook.path())
                .with("manifest", hook.manifest())
                .with("events", hook.events().stream().map(HookEvent::text).toList())
                .with("last_run", run)
                .with("weight", GoInt.of(hook.policies().weight()))
                .with("delete_policies", hook.policies().delete())
                .with("output_log_policies", hook.policies().outputLog());
    }

    /**
     * Reads a record.
     *
     * @param labels those beside the record, without Helm's own
     * @throws HelmException when it is no release
     */
    public static Release decoded(String json, Map<String, String> labels) {
        StructValue stored;
        try {
            stored = ShapeReader.plain(ReleaseShapes.RELEASE, JsonReader.read(Meter.NONE, json));
        } catch (GoError e) {
            throw new HelmException(Subject.RELEASE, "stored release is malformed: " + e.getMessage(), e);
        }
        ReleaseKey key = new ReleaseKey(stored.text("name"), stored.text("namespace"), whole(stored, "version"));
        List<Hook> hooks = stored.items("hooks").stream()
                .map(hook -> readHook((StructValue) hook))
                .toList();
        return new Release(
                key,
                readInfo(stored.get("info")),
                stored.get("chart") instanceof StructValue chart ? timed(chart) : null,
                config(stored.get("config")),
                new Release.Objects(stored.text("manifest"), hooks),
                ApplyMethod.of(stored.text("apply_method")),
                labels);
    }

    /** Records of Helm 3 do not say when the schema was changed, those of Helm 4 do, be it never. */
    private static StructValue timed(StructValue chart) {
        return chart.text("schemamodtime").isEmpty() ? chart.with("schemamodtime", GoTimes.ZERO) : chart;
    }

    private static int whole(StructValue struct, String name) {
        return (int) Values.integer(struct.get(name));
    }

    private static Map<String, @Nullable Object> config(@Nullable Object stored) {
        Map<String, @Nullable Object> table = ValueTree.table(stored);
        return table == null ? new HashMap<>() : table;
    }

    private static ReleaseInfo readInfo(@Nullable Object stored) {
        StructValue info = stored instanceof StructValue struct ? struct : ReleaseShapes.INFO.zero();
        return new ReleaseInfo(
                GoTimes.read(info.text("first_deployed")),
                GoTimes.read(info.text("last_deployed")),
                GoTimes.read(info.text("deleted")),
                info.text("description"),
                ReleaseStatus.of(info.text("status")),
                whole(info, "rollback_revision"),
                info.text("notes"));
    }

    private static Hook readHook(StructValue hook) {
        StructValue run = hook.get("last_run") instanceof StructValue struct ? struct : ReleaseShapes.RUN.zero();
        List<HookEvent> events = hook.texts("events").stream()
                .map(HookEvent::of)
                .flatMap(Optional::stream)
                .toList();
        return new Hook(
                hook.text("name"),
                hook.text("kind"),
                hook.text("path"),
                hook.text("manifest"),
                events,
                new Hook.Policies(
                        whole(hook, "weight"), hook.texts("delete_policies"), hook.texts("output_log_policies")),
                new Hook.LastRun(
                        GoTimes.read(run.text("started_at")),
                        GoTimes.read(run.text("completed_at")),
                        run.text("phase")));
    }
}
