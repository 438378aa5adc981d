package io.fluxj.kustomize.settings;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldSpecList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which fields each built-in transformer touches. Immutable. */
public final class TransformerSettings {

    /** A list of fields by its name in a configuration file. */
    public enum Section {
        NAME_PREFIX("namePrefix"),
        NAME_SUFFIX("nameSuffix"),
        NAMESPACE("namespace"),
        COMMON_LABELS("commonLabels"),
        LABELS("labels"),
        TEMPLATE_LABELS("templateLabels"),
        COMMON_ANNOTATIONS("commonAnnotations"),
        VAR_REFERENCE("varReference"),
        IMAGES("images"),
        REPLICAS("replicas");

        private final String field;

        Section(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** Nothing at all. */
    public static final TransformerSettings NONE = new TransformerSettings(Map.of(), List.of());

    private final Map<Section, List<FieldSpec>> sections;
    private final List<NameReference> references;

    public TransformerSettings(Map<Section, List<FieldSpec>> sections, List<NameReference> references) {
        EnumMap<Section, List<FieldSpec>> copy = new EnumMap<>(Section.class);
        sections.forEach((section, specs) -> copy.put(section, List.copyOf(specs)));
        this.sections = copy;
        this.references = List.copyOf(references);
    }

    /** What kustomize 5.8.1 has built in. */
    public static TransformerSettings builtin() {
        return BuiltinSettings.get();
    }

    public List<FieldSpec> specs(Section section) {
        return sections.getOrDefault(section, List.of());
    }

    public List<NameReference> references() {
        return references;
    }

    /**
     * Both, sorted.
     *
     * @throws io.fluxj.kustomize.BuildException if they contradict each other
     */
    public TransformerSettings merge(TransformerSettings other) {
        if (other == NONE || other == this) {
            return this;
        }
        return this == NONE && other == builtin() ? other : merged(other);
    }

    TransformerSettings merged(TransformerSettings other) {
        Map<Section, List<FieldSpec>> merged = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            List<FieldSpec> specs = FieldSpecList.merge(specs(section), other.specs(section));
            merged.put(section, SettingsOrder.sorted(specs, FieldSpec::gvk));
        }
        return new TransformerSettings(merged, mergedReferences(other.references));
    }

    private List<NameReference> mergedReferences(List<NameReference> others) {
        List<NameReference> merged = new ArrayList<>(references);
        for (NameReference other : others) {
            add(merged, other);
        }
        return SettingsOrder.sorted(merged, NameReference::target);
    }

    private static void add(List<NameReference> merged, NameReference added) {
        for (int i = 0; i < merged.size(); i++) {
            NameReference known = merged.get(i);
            if (known.target().equals(added.target())) {
                merged.set(
                        i,
                        new NameReference(known.target(), FieldSpecList.merge(known.referrers(), added.referrers())));
                return;
            }
        }
        merged.add(added);
    }
}
