package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.Kustomization;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.load.Texts;
import io.fluxj.kustomize.settings.CrdSettings;
import io.fluxj.kustomize.settings.SettingsReader;
import io.fluxj.kustomize.settings.TransformerSettings;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that transformers touch: kustomize's own, and those of the files that {@code configurations} and {@code crds} name. */
final class SettingsFiles {

    private final Directory directory;
    private final Build build;
    private TransformerSettings settings = TransformerSettings.builtin();

    SettingsFiles(Directory directory, Build build) {
        this.directory = directory;
        this.build = build;
    }

    TransformerSettings load(Kustomization.Plugins plugins) {
        merge("configurations", plugins.configurations(), SettingsReader::read);
        merge("crds", plugins.crds(), CrdSettings::read);
        return settings;
    }

    private void merge(String field, List<String> paths, Function<@Nullable Object, TransformerSettings> reader) {
        InField.each(field, paths, (path, place) -> {
            String name = directory.describe(path);
            String text = Texts.of(directory.load(path), name);
            try {
                Object plain = KustomizationReader.parse(text, build.log().bounds());
                settings = settings.merge(reader.apply(plain));
            } catch (BuildException e) {
                throw e.inConfiguration(name);
            }
        });
    }
}
