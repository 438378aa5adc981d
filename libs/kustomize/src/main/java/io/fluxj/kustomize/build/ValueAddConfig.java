package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.valueadd.ValueAddTransformer;
import io.fluxj.kustomize.kustomization.Fields;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.load.Texts;
import java.util.ArrayList;
import java.util.List;

/** Reads the configuration of a ValueAddTransformer. */
record ValueAddConfig(Directory directory) {

    ValueAddTransformer read(Fields config) {
        String value = config.text("value").strip();
        List<ValueAddTransformer.Target> targets =
                new ArrayList<>(config.objects("targets", ValueAddTransformer.Target::read));
        String file = config.text("targetFilePath");
        if (!file.isEmpty()) {
            String text = Texts.of(directory.load(file), directory.describe(file));
            Fields more = Fields.lenient(
                    KustomizationReader.parse(text, directory.log().bounds()), file);
            targets.addAll(more.objects("targets", ValueAddTransformer.Target::read));
        }
        check(targets);
        String path = directory.path();
        return new ValueAddTransformer(value.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : value, targets);
    }

    private static void check(List<ValueAddTransformer.Target> targets) {
        if (targets.isEmpty()) {
            throw BuildException.because("there has to be at least one target");
        }
        for (ValueAddTransformer.Target target : targets) {
            if (target.fieldPath().isEmpty()) {
                throw BuildException.because("a target has no fieldPath");
            }
            if (target.position() < 0) {
                throw BuildException.because("filePathPosition must not be negative");
            }
        }
    }
}
