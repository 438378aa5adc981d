package io.fluxj.helmrelease.postrender;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.helm.manifest.ManifestHead;
import io.fluxj.helm.manifest.ManifestSplit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What templates printed, taken apart.
 *
 * @param documents by the paths of the templates, those that print objects alone
 */
record PrintedFiles(SortedMap<String, List<String>> documents) {

    private static final String HOOK = "helm.sh/hook";

    /** Partials print nothing that is released. */
    static PrintedFiles of(SortedMap<String, String> files) {
        SortedMap<String, List<String>> documents = new TreeMap<>();
        files.forEach((path, text) -> {
            List<String> found = ManifestSplit.documents(text);
            if (!path.substring(path.lastIndexOf('/') + 1).startsWith("_") && !found.isEmpty()) {
                documents.put(path, found);
            }
        });
        return new PrintedFiles(documents);
    }

    SortedMap<String, String> all() {
        return texts(_ -> true);
    }

    SortedMap<String, String> plain() {
        return texts(document -> !isHook(document));
    }

    SortedMap<String, String> hooks() {
        return texts(PrintedFiles::isHook);
    }

    private SortedMap<String, String> texts(Predicate<String> wanted) {
        SortedMap<String, String> texts = new TreeMap<>();
        documents.forEach((path, all) -> {
            List<String> some =
                    all.stream().filter(wanted).map(PrintedFiles::ended).toList();
            if (!some.isEmpty()) {
                texts.put(path, String.join("---\n", some));
            }
        });
        return texts;
    }

    private static String ended(String document) {
        return document.endsWith("\n") ? document : document + "\n";
    }

    /** What is no YAML is said by whoever reads it as such. */
    private static boolean isHook(String document) {
        try {
            return ManifestHead.of(document).annotations().containsKey(HOOK);
        } catch (GoError malformed) {
            return false;
        }
    }

    static SortedMap<String, String> joined(SortedMap<String, String> plain, SortedMap<String, String> hooks) {
        SortedMap<String, String> joined = new TreeMap<>(plain);
        hooks.forEach((path, text) -> joined.merge(path, text, (before, after) -> before + "---\n" + after));
        return joined;
    }
}
