package io.fluxj.kustomize.kustomization;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.yaml.Anchors;
import io.fluxj.kustomize.yaml.Bounds;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Plain;
import io.fluxj.kustomize.yaml.YamlException;
import io.fluxj.kustomize.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a kustomization file. */
public final class KustomizationReader {

    private static final String VERSION = "kustomize.config.k8s.io/v1beta1";
    private static final String COMPONENT_VERSION = "kustomize.config.k8s.io/v1alpha1";
    private static final String COMPONENT = "Component";
    private static final Set<String> NOTHING_OF_THEIR_OWN = Set.of("bases", "imagetags", "helmchartinflationgenerator");

    private KustomizationReader() {}

    /**
     * Reads the text of a kustomization file.
     *
     * @throws BuildException if it is malformed, empty, of another kind, or has unknown fields; without the file's name
     */
    public static Kustomization read(String text, Bounds bounds) {
        Object plain = parse(text, bounds);
        Fields fields = Fields.strict(plain, "");
        Kustomization result = read(fields);
        fields.refuseUnknown();
        if (!(plain instanceof Map<?, ?> map) || map.entrySet().stream().noneMatch(KustomizationReader::says)) {
            throw BuildException.because("the kustomization file is empty")
                    .hint("list something in resources, components or a generator");
        }
        checkType(fields);
        return result;
    }

    /** Parses a configuration file into plain values, YAML 1.1 types. */
    public static @Nullable Object parse(String text, Bounds bounds) {
        try {
            Node root = YamlReader.read(text, bounds, 1);
            return root == null ? null : Plain.ofConfiguration(Anchors.expand(root, bounds));
        } catch (YamlException e) {
            BuildException failure =
                    BuildException.because(String.valueOf(e.getMessage())).atLine(e.line());
            throw e.hint()
                    .map(failure::hint)
                    .orElse(failure)
                    .hint("check indentation, quotes and colons there and just above")
                    .causedBy(e);
        }
    }

    private static boolean says(Map.Entry<?, ?> field) {
        String name = field.getKey().toString().toLowerCase(Locale.ROOT);
        Object value = field.getValue();
        if (value == null || name.equals("apiversion") || name.equals("kind") || value.equals("")) {
            return false;
        }
        return !NOTHING_OF_THEIR_OWN.contains(name) || !value.equals(List.of());
    }

    private static void checkType(Fields fields) {
        String kind = fields.text("kind");
        String version = fields.text("apiVersion");
        if (!kind.isEmpty() && !kind.equals("Kustomization") && !kind.equals(COMPONENT)) {
            throw BuildException.because("kind should be Kustomization or Component but is " + kind)
                    .inField("kind")
                    .hint("a file of another kind needs another name, and belongs into resources");
        }
        String wanted = kind.equals(COMPONENT) ? COMPONENT_VERSION : VERSION;
        if (!version.isEmpty() && !version.equals(wanted)) {
            throw BuildException.because("apiVersion should be " + wanted + " but is " + version)
                    .inField("apiVersion")
                    .hint("write " + wanted + ", or leave apiVersion out");
        }
    }

    private static Kustomization read(Fields fields) {
        fields.text("apiVersion");
        fields.object("metadata", KustomizationReader::readMeta);
        fields.object("helmGlobals", KustomizationReader::readHelmGlobals);
        return new Kustomization(
                fields.text("kind").equals(COMPONENT),
                inputs(fields),
                new Kustomization.Naming(
                        fields.text("namespace"), fields.text("namePrefix"), fields.text("nameSuffix")),
                new Kustomization.Metadata(
                        fields.objects("labels", Label::read),
                        fields.textMap("commonLabels"),
                        fields.textMap("commonAnnotations")),
                changes(fields),
                plugins(fields),
                new Kustomization.Output(
                        fields.texts("buildMetadata"), fields.object("sortOptions", SortOptions::read)),
                warnings(fields));
    }

    private static Kustomization.Inputs inputs(Fields fields) {
        GeneratorOptions global = fields.object("generatorOptions", GeneratorOptions::read);
        boolean charts = !fields.objects("helmCharts", HelmCharts::skip).isEmpty();
        boolean oldCharts = !fields.objects("helmChartInflationGenerator", HelmCharts::skipOld)
                .isEmpty();
        return new Kustomization.Inputs(
                joined(fields.texts("resources"), fields.texts("bases")),
                fields.texts("components"),
                generators(fields.objects("configMapGenerator", GeneratorArgs::readConfigMap), global),
                generators(fields.objects("secretGenerator", GeneratorArgs::readSecret), global),
                charts || oldCharts);
    }

    private static List<GeneratorArgs> generators(List<GeneratorArgs> local, @Nullable GeneratorOptions global) {
        return local.stream().map(args -> args.with(global)).toList();
    }

    private static Kustomization.Changes changes(Fields fields) {
        return new Kustomization.Changes(
                fields.texts("patchesStrategicMerge"),
                fields.objects("patchesJson6902", Patch::read),
                fields.objects("patches", Patch::read),
                joined(fields.objects("images", Image::read), fields.objects("imageTags", Image::read)),
                fields.objects("replicas", Replica::read),
                fields.objects("replacements", Replacement::read),
                fields.objects("vars", Variable::read));
    }

    private static Kustomization.Plugins plugins(Fields fields) {
        return new Kustomization.Plugins(
                fields.texts("configurations"),
                fields.texts("crds"),
                fields.texts("generators"),
                fields.texts("transformers"),
                fields.texts("validators"),
                fields.textMap("openapi"));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String readMeta(Fields fields) {
        fields.textMap("labels");
        fields.textMap("annotations");
        fields.text("namespace");
        return fields.text("name");
    }

    private static String readHelmGlobals(Fields fields) {
        return fields.text("chartHome") + fields.text("configHome");
    }

    private static List<String> warnings(Fields fields) {
        List<String> warnings = new ArrayList<>();
        deprecated(fields, "bases", "resources", "", warnings);
        deprecated(fields, "commonLabels", "labels", "", warnings);
        deprecated(fields, "imageTags", "images", "", warnings);
        deprecated(fields, "patchesJson6902", "patches", "", warnings);
        deprecated(fields, "patchesStrategicMerge", "patches", "", warnings);
        deprecated(fields, "vars", "replacements", "[EXPERIMENTAL] ", warnings);
        return warnings;
    }

    private static void deprecated(Fields fields, String old, String present, String note, List<String> warnings) {
        if (fields.has(old)) {
            warnings.add("# Warning: '" + old + "' is deprecated. Please use '" + present + "' instead. " + note
                    + "Run 'kustomize edit fix' to update your Kustomization automatically.");
        }
    }
}
