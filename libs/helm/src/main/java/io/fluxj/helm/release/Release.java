package io.fluxj.helm.release;

import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.render.Rendered;
import io.fluxj.helm.shape.StructValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a release, as it is stored.
 *
 * @param chart of the shape {@link ReleaseShapes#CHART}; without the charts in it, which Helm does not store
 * @param config the values that the user gave
 * @param labels those that are not Helm's own; they are stored beside the record, not in it
 */
public record Release(
        ReleaseKey key,
        ReleaseInfo info,
        @Nullable StructValue chart,
        Map<String, @Nullable Object> config,
        Objects objects,
        ApplyMethod applyMethod,
        Map<String, String> labels) {

    public Release {
        labels = Map.copyOf(labels);
    }

    /**
     * The objects of a revision.
     *
     * @param manifest all that are no hooks, in the order of their installation
     */
    public record Objects(String manifest, List<Hook> hooks) {
        public Objects {
            hooks = List.copyOf(hooks);
        }
    }

    /** A revision of what was rendered, on its way: neither stored nor applied yet. */
    public static Release of(
            Rendered rendered, ReleaseKey key, Map<String, @Nullable Object> config, ReleaseInfo info) {
        return new Release(
                key,
                info,
                StoredChart.of(rendered.chart()),
                config,
                new Objects(rendered.manifest(), rendered.hooks()),
                ApplyMethod.SERVER_SIDE,
                Map.of());
    }

    public ReleaseStatus status() {
        return info.status();
    }

    public Release withInfo(ReleaseInfo other) {
        return new Release(key, other, chart, config, objects, applyMethod, labels);
    }

    public Release withLabels(Map<String, String> others) {
        return new Release(key, info, chart, config, objects, applyMethod, others);
    }

    public Release withHooks(List<Hook> others) {
        return new Release(key, info, chart, config, new Objects(objects.manifest(), others), applyMethod, labels);
    }

    public Release withKey(ReleaseKey other) {
        return new Release(other, info, chart, config, objects, applyMethod, labels);
    }

    public Release withApplyMethod(ApplyMethod other) {
        return new Release(key, info, chart, config, objects, other, labels);
    }
}
