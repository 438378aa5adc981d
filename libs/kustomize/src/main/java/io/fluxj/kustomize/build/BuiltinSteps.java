package io.fluxj.kustomize.build;

import static io.fluxj.kustomize.settings.TransformerSettings.Section.COMMON_ANNOTATIONS;
import static io.fluxj.kustomize.settings.TransformerSettings.Section.COMMON_LABELS;
import static io.fluxj.kustomize.settings.TransformerSettings.Section.IMAGES;
import static io.fluxj.kustomize.settings.TransformerSettings.Section.LABELS;
import static io.fluxj.kustomize.settings.TransformerSettings.Section.NAMESPACE;
import static io.fluxj.kustomize.settings.TransformerSettings.Section.NAME_PREFIX;
import static io.fluxj.kustomize.settings.TransformerSettings.Section.NAME_SUFFIX;
import static io.fluxj.kustomize.settings.TransformerSettings.Section.REPLICAS;
import static io.fluxj.kustomize.settings.TransformerSettings.Section.TEMPLATE_LABELS;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldSpecList;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.filter.affix.AffixTransformer;
import io.fluxj.kustomize.filter.images.ImageChange;
import io.fluxj.kustomize.filter.images.ImageTransformer;
import io.fluxj.kustomize.filter.labels.EntriesTransformer;
import io.fluxj.kustomize.filter.namespace.NamespaceTransformer;
import io.fluxj.kustomize.filter.namespace.SubjectMode;
import io.fluxj.kustomize.filter.patch.PatchFactory;
import io.fluxj.kustomize.filter.replacement.ReplacementTransformer;
import io.fluxj.kustomize.filter.replicas.ReplicaTransformer;
import io.fluxj.kustomize.kustomization.Image;
import io.fluxj.kustomize.kustomization.Kustomization;
import io.fluxj.kustomize.kustomization.Label;
import io.fluxj.kustomize.settings.TransformerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The changes that the fields of a kustomization ask for, in the order in which kustomize makes them: patches, namespace, prefix, suffix,
 * labels, annotations, JSON patches, replicas, images, replacements.
 */
final class BuiltinSteps {

    private final Kustomization kustomization;
    private final TransformerSettings settings;
    private final PatchFactory patches;
    private final ReplacementFiles replacements;
    private final Function<String, Optional<Origin>> origins;
    private final List<TransformerStep> steps = new ArrayList<>();

    /**
     * @param origins origin by kind of transformer, empty if none is noted
     */
    BuiltinSteps(
            Kustomization kustomization,
            TransformerSettings settings,
            PatchFactory patches,
            ReplacementFiles replacements,
            Function<String, Optional<Origin>> origins) {
        this.kustomization = kustomization;
        this.settings = settings;
        this.patches = patches;
        this.replacements = replacements;
        this.origins = origins;
    }

    List<TransformerStep> steps() {
        patches();
        names();
        metadata();
        fields();
        return steps;
    }

    private void add(String field, String kind, Supplier<Transformer> transformer) {
        try {
            steps.add(new TransformerStep(field, transformer.get(), origins.apply(kind)));
        } catch (BuildException e) {
            throw e.inField(field);
        }
    }

    private <T> void addEach(List<T> list, String field, String kind, Function<T, Transformer> maker) {
        for (int i = 0; i < list.size(); i++) {
            T entry = list.get(i);
            add(field + "[" + i + "]", kind, () -> maker.apply(entry));
        }
    }

    private void patches() {
        Kustomization.Changes changes = kustomization.changes();
        if (!changes.strategicPatches().isEmpty()) {
            add(
                    "patchesStrategicMerge",
                    "PatchStrategicMergeTransformer",
                    () -> patches.strategicMerge(changes.strategicPatches()));
        }
        addEach(changes.patches(), "patches", "PatchTransformer", patches::patch);
    }

    private void names() {
        Kustomization.Naming naming = kustomization.naming();
        if (!naming.namespace().isEmpty()) {
            add(
                    "namespace",
                    "NamespaceTransformer",
                    () -> new NamespaceTransformer(
                            naming.namespace(), settings.specs(NAMESPACE), false, SubjectMode.DEFAULT_ONLY));
        }
        if (!naming.prefix().isEmpty()) {
            add(
                    "namePrefix",
                    "PrefixTransformer",
                    () -> new AffixTransformer(naming.prefix(), false, settings.specs(NAME_PREFIX)));
        }
        if (!naming.suffix().isEmpty()) {
            add(
                    "nameSuffix",
                    "SuffixTransformer",
                    () -> new AffixTransformer(naming.suffix(), true, settings.specs(NAME_SUFFIX)));
        }
    }

    private void metadata() {
        Kustomization.Metadata metadata = kustomization.metadata();
        addEach(
                metadata.labels(),
                "labels",
                "LabelTransformer",
                label -> new EntriesTransformer(label.pairs(), labelFields(label)));
        if (!metadata.labels().isEmpty() || !metadata.commonLabels().isEmpty()) {
            add(
                    "commonLabels",
                    "LabelTransformer",
                    () -> new EntriesTransformer(metadata.commonLabels(), settings.specs(COMMON_LABELS)));
        }
        if (!metadata.commonAnnotations().isEmpty()) {
            add(
                    "commonAnnotations",
                    "AnnotationsTransformer",
                    () -> new EntriesTransformer(metadata.commonAnnotations(), settings.specs(COMMON_ANNOTATIONS)));
        }
    }

    private List<FieldSpec> labelFields(Label label) {
        List<FieldSpec> specs = FieldSpecList.merge(label.fields(), settings.specs(LABELS));
        if (label.includeSelectors()) {
            return FieldSpecList.merge(specs, settings.specs(COMMON_LABELS));
        }
        if (label.includeTemplates()) {
            specs = FieldSpecList.merge(specs, settings.specs(TEMPLATE_LABELS));
        }
        return FieldSpecList.merge(specs, List.of(FieldSpec.anywhere("metadata/labels", true)));
    }

    private void fields() {
        Kustomization.Changes changes = kustomization.changes();
        addEach(changes.jsonPatches(), "patchesJson6902", "PatchJson6902Transformer", patches::json6902);
        addEach(
                changes.replicas(),
                "replicas",
                "ReplicaCountTransformer",
                replica -> new ReplicaTransformer(replica, settings.specs(REPLICAS)));
        images(changes.images());
        if (!changes.replacements().isEmpty()) {
            add(
                    "replacements",
                    "ReplacementTransformer",
                    () -> new ReplacementTransformer(replacements.load(changes.replacements(), true)));
        }
    }

    /** One step for all of them, unless each has to leave its mark on the objects. */
    private void images(List<Image> images) {
        String kind = "ImageTagTransformer";
        List<ImageChange> changes = new ArrayList<>();
        InField.each("images", images, (image, place) -> changes.add(ImageChange.of(image)));
        if (origins.apply(kind).isPresent()) {
            addEach(changes, "images", kind, change -> new ImageTransformer(List.of(change), settings.specs(IMAGES)));
        } else if (!changes.isEmpty()) {
            add("images", kind, () -> new ImageTransformer(changes, settings.specs(IMAGES)));
        }
    }
}
