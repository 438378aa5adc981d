package io.fluxj.kustomize.settings;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.schema.LibraryData;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the field specs that come with the library, once in a process; they are in their final order there. */
final class BuiltinSettings {

    private BuiltinSettings() {}

    static TransformerSettings get() {
        return Holder.SETTINGS;
    }

    private static final class Holder {
        private static final TransformerSettings SETTINGS = load();
    }

    private static TransformerSettings load() {
        Map<TransformerSettings.Section, List<FieldSpec>> sections = new EnumMap<>(TransformerSettings.Section.class);
        Map<Gvk, List<FieldSpec>> references = new LinkedHashMap<>();
        for (String line : LibraryData.rows("kustomize-fieldspecs.tsv")) {
            String[] column = line.split("\t", -1);
            FieldSpec spec =
                    new FieldSpec(new Gvk(column[2], column[3], column[4]), column[5], Boolean.parseBoolean(column[6]));
            if (column[0].equals("nameReference")) {
                Gvk target = new Gvk(column[7], column[8], column[9]);
                references.computeIfAbsent(target, any -> new ArrayList<>()).add(spec);
            } else {
                section(column[0], spec, sections);
            }
        }
        List<NameReference> list = new ArrayList<>();
        references.forEach((target, specs) -> list.add(new NameReference(target, List.copyOf(specs))));
        return TransformerSettings.NONE.merged(new TransformerSettings(sections, list));
    }

    private static void section(
            String name, FieldSpec spec, Map<TransformerSettings.Section, List<FieldSpec>> sections) {
        for (TransformerSettings.Section section : TransformerSettings.Section.values()) {
            if (section.field().equals(name)) {
                sections.computeIfAbsent(section, any -> new ArrayList<>()).add(spec);
            }
        }
    }
}
