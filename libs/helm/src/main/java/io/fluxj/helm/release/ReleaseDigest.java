package io.fluxj.helm.release;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.gotemplate.json.JsonWriter;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.JsonTrip;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.helm.chart.ChartShapes;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.shape.StructValue;
import io.fluxj.yaml.Dialect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The digests that helm-controller keeps of what it installed (reference: behaviour.md §3.3, §9). */
public final class ReleaseDigest {
    private ReleaseDigest() {}

    /**
     * Digest of a release as it was seen in storage; tests, which anyone may run at any time, do not count.
     *
     * @param ociDigest of the artifact that the chart came in; empty when it came in none
     */
    public static Digest of(Release release, String ociDigest) {
        return of(release, ociDigest, DigestAlgorithm.SHA256);
    }

    /** The same by another algorithm. */
    public static Digest of(Release release, String ociDigest, DigestAlgorithm algorithm) {
        Object metadata = release.chart() == null ? null : release.chart().get("metadata");
        List<StructValue> hooks = release.objects().hooks().stream()
                .filter(hook -> !hook.runsAt(HookEvent.TEST))
                .map(ReleaseJson::hook)
                .toList();
        StructValue seen = ReleaseShapes.OBSERVATION
                .zero()
                .with("name", release.key().name())
                .with("version", GoInt.of(release.key().revision()))
                .with("info", ReleaseJson.info(release.info()))
                .with("chartMetadata", metadata == null ? ChartShapes.METADATA.zero() : metadata)
                .with("config", release.config().isEmpty() ? GoMap.nil(GoType.ANY_MAP) : release.config())
                .with("manifest", release.objects().manifest())
                .with("hooks", hooks.isEmpty() ? GoSlice.nil(GoType.ANY_SLICE) : hooks)
                .with("namespace", release.key().namespace())
                .with("ociDigest", ociDigest);
        return Digest.of(algorithm, GoText.bytes(JsonWriter.compact(Meter.NONE, seen) + "\n"));
    }

    /** Digest of the values that a user gave. */
    public static Digest ofValues(Map<String, @Nullable Object> values) {
        return sha256(
                values.isEmpty()
                        ? ""
                        : YamlWriter.writeSorted(Meter.NONE, Dialect.V2, new JsonTrip(Meter.NONE).of(values)));
    }

    private static Digest sha256(String text) {
        return Digest.of(DigestAlgorithm.SHA256, GoText.bytes(text));
    }
}
