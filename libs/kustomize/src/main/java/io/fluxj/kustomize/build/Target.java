package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.patch.PatchFactory;
import io.fluxj.kustomize.generate.Generator;
import io.fluxj.kustomize.kustomization.GeneratorArgs;
import io.fluxj.kustomize.kustomization.Kustomization;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.load.RemoteUrl;
import io.fluxj.kustomize.load.Texts;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One kustomization directory: accumulates its objects and changes them as its file says. */
final class Target {

    private final Build build;
    private final Directory directory;
    private final KustomizationFile file;
    private final Kustomization kustomization;
    private final @Nullable Origin origin;

    Target(Build build, Directory directory, KustomizationFile file, @Nullable Origin origin) {
        this.build = build;
        this.directory = directory;
        this.file = file;
        this.kustomization = file.kustomization();
        this.origin = origin;
    }

    /**
     * Accumulates everything.
     *
     * @param into empty, or what the kustomization has accumulated that uses this component
     */
    void accumulate(Accumulator into) {
        build.log().countKustomization();
        try {
            accumulateAll(into);
        } catch (YamlException e) {
            throw BuildException.because(String.valueOf(e.getMessage()))
                    .causedBy(e)
                    .inKustomization(file.path());
        } catch (BuildException e) {
            throw file.locate(e);
        }
    }

    private void accumulateAll(Accumulator into) {
        InField.each("resources", kustomization.inputs().resources(), (path, field) -> resource(path, field, into));
        into.addSettings(new SettingsFiles(directory, build).load(kustomization.plugins()));
        generate(into.resources());
        InField.each("components", kustomization.inputs().components(), (path, field) -> component(path, into));
        transform(into);
        validate(into.resources());
        InField.run("vars", () -> into.addVariables(kustomization.changes().variables()));
    }

    private void resource(String path, String field, Accumulator into) {
        if (isBase(path)) {
            Directory base = directory.open(path);
            Accumulator accumulated = new Accumulator();
            sub(base, path, false).accumulate(accumulated);
            into.merge(accumulated);
        } else {
            List<Resource> objects = read(path);
            objects.forEach(object -> object.broughtBy(file.path(), field));
            into.resources().appendAll(objects);
        }
    }

    private boolean isBase(String path) {
        if (path.isEmpty() || directory.hasDirectory(path)) {
            return true;
        }
        return RemoteUrl.isRepository(path) && !RemoteUrl.isPlainFile(path) && !directory.hasFile(path);
    }

    private List<Resource> read(String path) {
        String name = RemoteUrl.isFile(path) ? path : directory.describe(path);
        List<Resource> objects;
        byte[] bytes = directory.load(path);
        try {
            objects = build.reader().read(Texts.of(bytes, name), name);
        } catch (BuildException e) {
            throw e.inFile(name);
        }
        build.log().countObjects(objects.size());
        if (origin != null) {
            Provenance.read(objects, origin.append(path, Optional.empty()));
        }
        return objects;
    }

    private void component(String path, Accumulator into) {
        sub(directory.open(path), path, true).accumulate(into);
    }

    private Target sub(Directory base, String path, boolean component) {
        KustomizationFile read = KustomizationFile.read(base, build);
        try {
            OpenApiChoice.apply(read.kustomization().plugins().openApi(), base, build);
            if (read.kustomization().component() != component) {
                throw BuildException.because("it is a " + (component ? "Kustomization" : "Component"))
                        .inField("kind")
                        .hint(component ? "list it in resources" : "list it in components");
            }
        } catch (BuildException e) {
            throw read.locate(e);
        }
        Origin inner = origin == null ? null : origin.append(path, base.repository());
        return new Target(build, base, read, inner);
    }

    private void generate(ResourceMap resources) {
        Kustomization.Inputs inputs = kustomization.inputs();
        if (inputs.helm()) {
            throw BuildException.because("Helm charts are not inflated in a build")
                    .inField("helmCharts")
                    .hint("use a HelmRelease, or commit the rendered chart");
        }
        Generator generator = new Generator(directory, build.schema());
        generateAll("configMapGenerator", "ConfigMapGenerator", inputs.configMaps(), generator::configMap, resources);
        generateAll("secretGenerator", "SecretGenerator", inputs.secrets(), generator::secret, resources);
        PluginSteps plugins = new PluginSteps(directory, build);
        for (Resource plugin :
                configurations("generators", kustomization.plugins().generators())) {
            InField.run("generators", () -> {
                List<Resource> made = plugins.generate(plugin);
                Provenance.ofPlugin(plugin).ifPresent(from -> made.forEach(one -> Provenance.generated(one, from)));
                resources.absorb(made);
            });
        }
    }

    private interface Maker {
        Resource make(GeneratorArgs args, String source);
    }

    private void generateAll(
            String field, String kind, List<GeneratorArgs> entries, Maker maker, ResourceMap resources) {
        InField.each(field, entries, (args, place) -> {
            Resource made = maker.make(args, file.path());
            made.broughtBy(file.path(), place);
            configured(kind).ifPresent(from -> Provenance.generated(made, from));
            build.log().countObjects(1);
            resources.absorb(List.of(made));
        });
    }

    private Optional<Origin> configured(String kind) {
        return Optional.ofNullable(origin).map(o -> o.configured(file.name(), Origin.Configured.builtin(kind)));
    }

    /** Objects that configure plugins: inline, in files or in directories. */
    private List<Resource> configurations(String field, List<String> entries) {
        Accumulator inline = new Accumulator();
        Accumulator read = new Accumulator();
        InField.each(field, entries, (entry, place) -> {
            Optional<List<Resource>> objects = inlineObjects(entry);
            if (objects.isPresent()) {
                inline.resources().appendAll(objects.get());
            } else {
                resource(entry, place, read);
            }
        });
        inline.merge(read);
        return inline.resources().resources();
    }

    private Optional<List<Resource>> inlineObjects(String entry) {
        try {
            List<Resource> objects = build.reader().read(entry, "");
            if (origin != null) {
                objects.forEach(object -> object.marks()
                        .putOrigin(origin.append(file.name(), Optional.empty()).text()));
            }
            return Optional.of(objects);
        } catch (BuildException e) {
            return Optional.empty();
        }
    }

    private void transform(Accumulator into) {
        PatchFactory patches = new PatchFactory(directory, build.reader());
        List<TransformerStep> steps = new BuiltinSteps(
                        kustomization, into.settings(), patches, new ReplacementFiles(directory), this::configured)
                .steps();
        PluginSteps plugins = new PluginSteps(directory, build);
        List<Resource> configured =
                configurations("transformers", kustomization.plugins().transformers());
        InField.run(
                "transformers",
                () -> configured.forEach(plugin -> steps.add(new TransformerStep(
                        "transformers", plugins.transformer(plugin), Provenance.ofPlugin(plugin)))));
        for (TransformerStep step : steps) {
            InField.run(step.field(), () -> step.transformer().transform(into.resources()));
            step.origin()
                    .ifPresent(from -> Provenance.transformed(into.resources().resources(), from));
            into.resources().dropGone();
        }
    }

    private void validate(ResourceMap resources) {
        PluginSteps plugins = new PluginSteps(directory, build);
        for (Resource plugin :
                configurations("validators", kustomization.plugins().validators())) {
            InField.run("validators", () -> Validation.run(plugins.transformer(plugin), plugin, resources));
        }
    }
}
