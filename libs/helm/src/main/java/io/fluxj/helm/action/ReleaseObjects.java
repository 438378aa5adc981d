package io.fluxj.helm.action;

import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.compose.Dependencies;
import io.fluxj.helm.release.Release;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects that releases stand for. */
public record ReleaseObjects(ReleaseCluster cluster) {

    /**
     * The objects of a revision's manifest in its order, as an action sends them; hooks are not among them.
     *
     * @throws ClusterException naming what is no object, or of a kind that the cluster does not serve
     */
    public List<ReleaseObject> of(Release release) {
        List<ReleaseObject> objects = new ManifestReader(cluster, release.key().namespace())
                .read(release.objects().manifest());
        return ReleaseOwner.of(release.key()).marked(objects);
    }

    /**
     * The definitions in {@code crds/} of a chart and of those charts in it that take part, in the order in which they are applied.
     *
     * @throws ClusterException naming what is no object
     */
    public List<ReleaseObject> definitions(Chart chart, Map<String, @Nullable Object> values) {
        Chart settled = Dependencies.settled(chart, values, Notices.NONE);
        ManifestReader reader = new ManifestReader(cluster, "");
        return settled.crds().stream()
                .flatMap(crd -> read(reader, crd).stream())
                .filter(object -> object.id().kind().equals("CustomResourceDefinition"))
                .toList();
    }

    private static List<ReleaseObject> read(ManifestReader reader, Chart.Crd crd) {
        try {
            return reader.read(crd.file().text());
        } catch (ClusterException e) {
            throw e.within("failed to parse CustomResourceDefinitions from " + crd.path());
        }
    }
}
