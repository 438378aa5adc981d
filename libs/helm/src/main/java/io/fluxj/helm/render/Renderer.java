package io.fluxj.helm.render;

import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.compose.Coalescing;
import io.fluxj.helm.compose.Dependencies;
import io.fluxj.helm.manifest.KindOrder;
import io.fluxj.helm.manifest.Manifest;
import io.fluxj.helm.manifest.Manifests;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** From a chart and the values of its user to manifests, as the first half of an install or upgrade does it. */
public final class Renderer {
    private static final String NOTES = "NOTES.txt";

    private final Engine engine;
    private final Notices notices;

    public Renderer(Engine engine, Notices notices) {
        this.engine = engine;
        this.notices = notices;
    }

    /**
     * What to render.
     *
     * @param chart as it was loaded
     * @param values those that the user gives
     */
    public record Request(
            Chart chart,
            Map<String, @Nullable Object> values,
            ReleaseIdentity release,
            Capabilities capabilities,
            Options options) {}

    /**
     * How to render.
     *
     * @param crds whether the files of {@code crds/} come first in the manifest
     * @param schemas whether values are validated against the schemas of the charts
     * @param postRenderer changes what the templates printed
     */
    public record Options(boolean crds, boolean schemas, PostRenderer postRenderer) {
        public static final Options STANDARD = new Options(false, true, PostRenderer.NONE);
    }

    /**
     * Renders a chart.
     *
     * @throws HelmException when values or templates are at fault
     */
    public Rendered render(Request request) {
        ReleaseName.require(request.release().name());
        Chart chart = Dependencies.settled(request.chart(), request.values(), notices);
        Map<String, @Nullable Object> values = Coalescing.coalesced(chart, request.values(), notices);
        if (request.options().schemas()) {
            engine.schemas().require(chart, values, notices);
        }
        return rendered(request, chart, values);
    }

    private Rendered rendered(Request request, Chart chart, Map<String, @Nullable Object> values) {
        requireKubeVersion(chart, request.capabilities().kubeVersion());
        SortedMap<String, String> printed =
                engine.render(ChartScopes.of(chart, values, request.release(), request.capabilities()));
        String notes = printed.getOrDefault(chart.name() + "/templates/" + NOTES, "");
        printed.keySet().removeIf(name -> name.endsWith(NOTES));
        SortedMap<String, String> files = request.options().postRenderer().changed(printed);
        Manifests manifests = sorted(files);
        String crds = request.options().crds() ? crds(chart) : "";
        return new Rendered(chart, notes, manifests.hooks(), crds + manifests.stream());
    }

    private Manifests sorted(SortedMap<String, String> files) {
        try {
            return Manifests.of(files, KindOrder.INSTALL, notices);
        } catch (HelmException e) {
            throw e.printing(blob(files));
        }
    }

    private static void requireKubeVersion(Chart chart, KubeVersion cluster) {
        String range = chart.metadata().kubeVersion();
        if (!range.isEmpty() && !Dependencies.isCompatible(range, cluster.normalized())) {
            throw new HelmException(
                    Subject.TEMPLATE,
                    "chart requires kubeVersion: " + range + " which is incompatible with Kubernetes "
                            + cluster.version());
        }
    }

    private static String crds(Chart chart) {
        StringBuilder crds = new StringBuilder();
        chart.crds()
                .forEach(crd ->
                        crds.append(Manifest.withSource(crd.path(), crd.file().text())));
        return crds.toString();
    }

    /** Everything that was printed, for who looks for the fault in it. */
    private static String blob(SortedMap<String, String> files) {
        StringBuilder blob = new StringBuilder();
        files.forEach((path, text) -> {
            if (!GoText.trimSpace(text).isEmpty()) {
                blob.append(Manifest.withSource(path, text));
            }
        });
        return blob.toString();
    }
}
