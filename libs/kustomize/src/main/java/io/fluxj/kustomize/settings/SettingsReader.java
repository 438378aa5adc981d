package io.fluxj.kustomize.settings;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.kustomization.FieldSpecs;
import io.fluxj.kustomize.kustomization.Fields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file that {@code configurations} names. */
public final class SettingsReader {

    private SettingsReader() {}

    /**
     * The settings in a file that was parsed into plain values.
     *
     * @throws io.fluxj.kustomize.BuildException if it has unknown fields
     */
    public static TransformerSettings read(@Nullable Object plain) {
        Fields fields = Fields.strict(plain, "");
        Map<TransformerSettings.Section, List<FieldSpec>> sections = new EnumMap<>(TransformerSettings.Section.class);
        for (TransformerSettings.Section section : TransformerSettings.Section.values()) {
            sections.put(
                    section, SettingsOrder.sorted(fields.objects(section.field(), FieldSpecs::read), FieldSpec::gvk));
        }
        List<NameReference> references = fields.objects("nameReference", SettingsReader::reference);
        fields.refuseUnknown();
        return new TransformerSettings(sections, SettingsOrder.sorted(references, NameReference::target));
    }

    private static NameReference reference(Fields fields) {
        Gvk target = new Gvk(fields.text("group"), fields.text("version"), fields.text("kind"));
        return new NameReference(target, fields.objects("fieldSpecs", FieldSpecs::read));
    }
}
