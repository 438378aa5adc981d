package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create helmrelease}. */
@Command(name = "helmrelease", aliases = "hr", description = "Create or change a HelmRelease.")
final class HelmReleaseCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Mixin
    private final ReleaseFlags release = new ReleaseFlags();

    @Option(
            names = "--source",
            paramLabel = "KIND/NAME[.NAMESPACE]",
            description = "A HelmRepository, GitRepository or Bucket.")
    private String source = "";

    @Option(names = "--chart", paramLabel = "NAME", description = "The chart's name, or its path in the source.")
    private String chart = "";

    @Option(names = "--chart-version", paramLabel = "RANGE", description = "Which versions.")
    private String version = "";

    @Option(
            names = "--chart-ref",
            paramLabel = "KIND/NAME[.NAMESPACE]",
            description = "An OCIRepository, HelmChart or ExternalArtifact in place of --source and --chart.")
    private String chartRef = "";

    @Option(names = "--chart-interval", paramLabel = "DURATION", description = "How often the source is looked at.")
    private @Nullable Duration chartInterval;

    @Option(
            names = "--reconcile-strategy",
            paramLabel = "NAME",
            description = "ChartVersion (default) or Revision: when there is something new.")
    private String strategy = "ChartVersion";

    HelmReleaseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (chart.isEmpty() && chartRef.isEmpty()) {
            throw new CommandFailure("chart or chart-ref is required");
        }
        Spec spec = Spec.empty().duration("interval", flags.interval());
        if (chartRef.isEmpty()) {
            addChart(spec);
        } else {
            List<String> kinds = List.of("OCIRepository", "HelmChart", "ExternalArtifact");
            spec.object(
                    "chartRef", NamedObject.of("--chart-ref", chartRef, kinds).json(session.namespace()));
        }
        release.addTo(spec);
        return new Creation(session, flags, FluxKind.HELM_RELEASE).of(spec);
    }

    private void addChart(Spec spec) {
        NamedObject from = NamedObject.of(
                "--source", Required.flag("source", source), List.of("HelmRepository", "GitRepository", "Bucket"));
        Required.oneOf("--reconcile-strategy", strategy, "ChartVersion", "Revision");
        spec.text("chart.spec.chart", chart)
                .text("chart.spec.version", version)
                .text("chart.spec.reconcileStrategy", strategy)
                .duration("chart.spec.interval", Optional.ofNullable(chartInterval))
                .object("chart.spec.sourceRef", from.json(session.namespace()));
    }

    /** What Helm does with the chart. */
    static final class ReleaseFlags {
        @Option(names = "--release-name", paramLabel = "NAME", description = "The release's name.")
        private String releaseName = "";

        @Option(names = "--target-namespace", paramLabel = "NAME", description = "Where it is installed.")
        private String targetNamespace = "";

        @Option(names = "--storage-namespace", paramLabel = "NAME", description = "Where Helm keeps its records.")
        private String storageNamespace = "";

        @Option(names = "--create-target-namespace", description = "Make that namespace.")
        private boolean createNamespace;

        @Option(
                names = "--depends-on",
                split = ",",
                paramLabel = "[NAMESPACE/]NAME",
                description = "HelmReleases that must be ready first.")
        private List<String> dependsOn = List.of();

        @Option(names = "--service-account", paramLabel = "NAME", description = "As whom Helm acts.")
        private String serviceAccount = "";

        @Option(
                names = "--values",
                split = ",",
                paramLabel = "FILES",
                description = "Files of values, the later ones win.")
        private List<String> values = List.of();

        @Option(
                names = "--values-from",
                split = ",",
                paramLabel = "KIND/NAME[:KEY]",
                description = "ConfigMaps and Secrets with values.")
        private List<String> valuesFrom = List.of();

        @Option(names = "--crds", paramLabel = "POLICY", description = "Skip, Create or CreateReplace.")
        private String crds = "";

        @Option(
                names = "--kubeconfig-secret-ref",
                paramLabel = "NAME",
                description = "A Secret with the kubeconfig of another cluster.")
        private String kubeconfig = "";

        void addTo(Spec spec) {
            Required.oneOf("--crds", crds, "Skip", "Create", "CreateReplace");
            spec.text("releaseName", releaseName)
                    .text("targetNamespace", targetNamespace)
                    .text("storageNamespace", storageNamespace)
                    .flag("install.createNamespace", createNamespace)
                    .text("install.crds", crds)
                    .text("upgrade.crds", crds)
                    .text("serviceAccountName", serviceAccount)
                    .reference("kubeConfig.secretRef", kubeconfig)
                    .objects(
                            "dependsOn",
                            dependsOn.stream()
                                    .map(name -> NamedObject.dependency("--depends-on", name))
                                    .toList())
                    .objects(
                            "valuesFrom",
                            valuesFrom.stream().map(ReleaseFlags::from).toList());
            if (!values.isEmpty()) {
                spec.object("values", ValuesFiles.merged(values));
            }
        }

        private static ObjectNode from(String text) {
            int colon = text.indexOf(':');
            String object = colon < 0 ? text : text.substring(0, colon);
            int slash = object.indexOf('/');
            String kind = slash < 0 ? "" : object.substring(0, slash);
            if (!List.of("Secret", "ConfigMap").contains(kind) || slash == object.length() - 1) {
                throw new CommandFailure(
                        "invalid kind/name in '" + text + "', must be Secret/NAME[:KEY] or ConfigMap/NAME[:KEY]");
            }
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("kind", kind).put("name", object.substring(slash + 1));
            if (colon >= 0) {
                json.put("valuesKey", text.substring(colon + 1));
            }
            return json;
        }
    }
}
