package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.filter.affix.AffixTransformer;
import io.fluxj.kustomize.filter.hash.HashTransformer;
import io.fluxj.kustomize.filter.images.ImageChange;
import io.fluxj.kustomize.filter.images.ImageTransformer;
import io.fluxj.kustomize.filter.labels.EntriesTransformer;
import io.fluxj.kustomize.filter.namespace.NamespaceTransformer;
import io.fluxj.kustomize.filter.namespace.SubjectMode;
import io.fluxj.kustomize.filter.patch.PatchFactory;
import io.fluxj.kustomize.filter.replacement.ReplacementTransformer;
import io.fluxj.kustomize.filter.replicas.ReplicaTransformer;
import io.fluxj.kustomize.generate.Generator;
import io.fluxj.kustomize.kustomization.FieldSpecs;
import io.fluxj.kustomize.kustomization.Fields;
import io.fluxj.kustomize.kustomization.GeneratorArgs;
import io.fluxj.kustomize.kustomization.Image;
import io.fluxj.kustomize.kustomization.Patch;
import io.fluxj.kustomize.kustomization.Replacement;
import io.fluxj.kustomize.kustomization.Replica;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.yaml.Plain;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.List;
import java.util.Objects;

/** Makes generators and transformers of the objects that configure them. Only built-in kinds are known: nothing is ever executed. */
final class PluginSteps {

    private final Directory directory;
    private final Build build;
    private final PatchFactory patches;

    PluginSteps(Directory directory, Build build) {
        this.directory = directory;
        this.build = build;
        this.patches = new PatchFactory(directory, build.reader());
    }

    private static Fields config(Resource plugin) {
        if (!plugin.apiVersion().equals("builtin")) {
            throw plugin.problem("only built-in plugins can be used, and this is none")
                    .hint("plugins and functions are never run; use apiVersion: builtin with one of its kinds");
        }
        try {
            return Fields.lenient(Plain.ofResource(plugin.root()), "");
        } catch (YamlException e) {
            throw plugin.locate(e);
        }
    }

    /** Runs a generator. */
    List<Resource> generate(Resource plugin) {
        Fields config = config(plugin);
        Generator generator = new Generator(directory, build.schema());
        String source = plugin.place().file();
        return switch (plugin.kind()) {
            case "ConfigMapGenerator" -> List.of(generator.configMap(GeneratorArgs.readPlugin(config, false), source));
            case "SecretGenerator" -> List.of(generator.secret(GeneratorArgs.readPlugin(config, true), source));
            case "IAMPolicyGenerator" -> PolicyGenerator.generate(config, build);
            case "HelmChartInflationGenerator" ->
                throw plugin.problem("Helm charts are not inflated in a build")
                        .hint("use a HelmRelease, or commit the rendered chart");
            default -> throw unknown(plugin, "generator");
        };
    }

    private static BuildException unknown(Resource plugin, String what) {
        return plugin.problem("there is no built-in " + what + " of kind " + plugin.kind())
                .hint("check the spelling of its kind");
    }

    /** Makes a transformer. */
    Transformer transformer(Resource plugin) {
        Fields config = config(plugin);
        try {
            return transformer(plugin, config);
        } catch (BuildException e) {
            throw plugin.locate(e);
        }
    }

    private Transformer transformer(Resource plugin, Fields config) {
        return switch (plugin.kind()) {
            case "AnnotationsTransformer" -> new EntriesTransformer(config.textMap("annotations"), specs(config));
            case "LabelTransformer" -> new EntriesTransformer(config.textMap("labels"), specs(config));
            case "HashTransformer" -> new HashTransformer();
            case "ImageTagTransformer" ->
                new ImageTransformer(
                        List.of(ImageChange.of(required(config.object("imageTag", Image::read)))), specs(config));
            case "NamespaceTransformer" -> namespace(config);
            case "PatchTransformer" -> patches.patch(Patch.read(config));
            case "PatchJson6902Transformer" -> patches.json6902(jsonPatch(config));
            case "PatchStrategicMergeTransformer" -> patches.strategicMerge(strategicPatches(config));
            case "PrefixTransformer" -> affix(config, "prefix");
            case "SuffixTransformer" -> affix(config, "suffix");
            case "PrefixSuffixTransformer" -> both(affix(config, "prefix"), affix(config, "suffix"));
            case "ReplacementTransformer" ->
                new ReplacementTransformer(
                        new ReplacementFiles(directory).load(config.objects("replacements", Replacement::read), false));
            case "ReplicaCountTransformer" ->
                new ReplicaTransformer(required(config.object("replica", Replica::read)), specs(config));
            case "ValueAddTransformer" -> new ValueAddConfig(directory).read(config);
            default -> throw unknown(plugin, "transformer");
        };
    }

    private static <T> T required(@org.jspecify.annotations.Nullable T value) {
        return Objects.requireNonNullElseGet(value, () -> {
            throw BuildException.because("the configuration of the transformer is incomplete")
                    .hint("see the documentation of its kind for the fields it needs");
        });
    }

    private static List<FieldSpec> specs(Fields config) {
        return config.objects("fieldSpecs", FieldSpecs::read);
    }

    private static Transformer namespace(Fields config) {
        String namespace =
                Objects.requireNonNullElse(config.object("metadata", metadata -> metadata.text("namespace")), "");
        return new NamespaceTransformer(
                namespace,
                specs(config),
                config.flag("unsetOnly"),
                SubjectMode.of(config.text("setRoleBindingSubjects")));
    }

    private static Patch jsonPatch(Fields config) {
        Patch patch = Patch.read(config);
        return new Patch(patch.path(), config.text("jsonOp"), patch.target(), false, false);
    }

    private static List<String> strategicPatches(Fields config) {
        List<String> all = new java.util.ArrayList<>(config.texts("paths"));
        if (!config.text("patches").isEmpty()) {
            all.add(config.text("patches"));
        }
        return all;
    }

    private static Transformer affix(Fields config, String field) {
        List<FieldSpec> specs = specs(config);
        if (!config.has("fieldSpecs")) {
            throw BuildException.because("fieldSpecs is missing").hint("add fieldSpecs with path: metadata/name");
        }
        return new AffixTransformer(config.text(field), field.equals("suffix"), specs);
    }

    private static Transformer both(Transformer first, Transformer second) {
        return resources -> {
            first.transform(resources);
            second.transform(resources);
        };
    }
}
