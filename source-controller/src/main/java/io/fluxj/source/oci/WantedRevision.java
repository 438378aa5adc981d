package io.fluxj.source.oci;

import io.fluxj.api.source.v1.OCILayerSelector;
import io.fluxj.api.source.v1.OCIRepositoryReference;
import io.fluxj.api.source.v1.OCIRepositorySpec;
import org.jspecify.annotations.Nullable;

/** What {@code spec.ref} asks for: digest, semver, tag, in this order. Source: behaviour §1.4. */
sealed interface WantedRevision {
    String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    String DEFAULT_TAG = "latest";

    /** The manifest with this digest. */
    record Digest(String digest) implements WantedRevision {}

    /**
     * The newest tag within a range.
     *
     * @param filter tags that do not match it do not count; empty for none
     * @param ofCharts whether {@code _} in tags stands for {@code +}, as Helm pushes them
     */
    record Range(String range, String filter, boolean ofCharts) implements WantedRevision {}

    /** What a tag leads to. */
    record Tag(String tag) implements WantedRevision {}

    static WantedRevision of(OCIRepositorySpec spec) {
        OCIRepositoryReference ref = spec.ref();
        if (ref == null) {
            return new Tag(DEFAULT_TAG);
        }
        if (!text(ref.digest()).isEmpty()) {
            return new Digest(text(ref.digest()));
        }
        if (!text(ref.semver()).isEmpty()) {
            return new Range(text(ref.semver()), text(ref.semverFilter()), isOfCharts(spec.layerSelector()));
        }
        return new Tag(text(ref.tag()).isEmpty() ? DEFAULT_TAG : text(ref.tag()));
    }

    private static boolean isOfCharts(@Nullable OCILayerSelector selector) {
        return selector != null && CHART.equals(selector.mediaType());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
