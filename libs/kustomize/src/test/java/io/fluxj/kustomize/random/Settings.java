package io.fluxj.kustomize.random;

import static io.fluxj.kustomize.random.Values.list;
import static io.fluxj.kustomize.random.Values.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a kustomization apart from what it builds on. */
final class Settings {

    private final Dice dice;
    private final Folder folder;
    private final Map<String, Object> fields;
    private final Selections selections;
    private final StrategicPatches patches;
    private final Set<String> generated;

    /**
     * Of a folder.
     *
     * @param generated names that were generated before
     */
    Settings(Dice dice, Folder folder, Map<String, Object> fields, Set<String> generated) {
        this.dice = dice;
        this.folder = folder;
        this.fields = fields;
        this.generated = generated;
        this.selections = new Selections(dice);
        this.patches = new StrategicPatches(dice);
    }

    void add(List<Map<String, Object>> objects) {
        names();
        labels();
        generators();
        images();
        files();
        if (!objects.isEmpty()) {
            patches(objects);
            values(objects);
        }
        plugins();
        if (dice.chance(5)) {
            fields.put(
                    "buildMetadata", list(dice.pick("originAnnotations", "transformerAnnotations", "managedByLabel")));
        }
        if (dice.chance(4)) {
            Object kinds = map("orderFirst", list("ConfigMap", "Namespace"), "orderLast", list("Deployment"));
            fields.put(
                    "sortOptions", dice.pick(map("order", "fifo"), map("order", "legacy", "legacySortOptions", kinds)));
        }
    }

    private void names() {
        if (dice.chance(20)) {
            fields.put("namePrefix", dice.pick("pre-", "p-", "a."));
        }
        if (dice.chance(12)) {
            fields.put("nameSuffix", dice.pick("-suf", "-s", "-v1"));
        }
        if (dice.chance(25)) {
            fields.put("namespace", dice.pick("over", "prod", "dev"));
        }
    }

    private void labels() {
        if (dice.chance(15)) {
            Map<String, Object> entry = map("pairs", Names.labels(dice));
            if (dice.chance(40)) {
                entry.put(dice.pick("includeSelectors", "includeTemplates"), true);
            }
            if (dice.chance(20)) {
                entry.put("fields", list(map("path", "spec/lbls", "create", true, "kind", "Widget")));
            }
            fields.put("labels", list(entry));
        }
        if (dice.chance(12)) {
            fields.put("commonLabels", Names.labels(dice));
        }
        if (dice.chance(15)) {
            fields.put("commonAnnotations", map("ca", OddScalars.text(dice), "note", "common"));
        }
    }

    private void generators() {
        Generators generators = new Generators(dice, folder);
        if (dice.chance(25)) {
            fields.put("configMapGenerator", list(generator(generators, dice.pick("gen", "cm"), false)));
        }
        if (dice.chance(12)) {
            fields.put("secretGenerator", list(generator(generators, "sec", true)));
        }
        if (dice.chance(15)) {
            fields.put("generatorOptions", generators.options());
        }
    }

    /** What a base has generated is added to or replaced. */
    private Map<String, Object> generator(Generators generators, String name, boolean secret) {
        Map<String, Object> entry = generators.any(name, secret);
        if (!generated.add(name)) {
            entry.put("behavior", dice.pick("merge", "merge", "replace"));
        }
        return entry;
    }

    private void images() {
        if (dice.chance(20)) {
            Map<String, Object> image =
                    map("name", dice.pick("nginx", "redis", "repo:5000/nginx", "gcr.io/a/b", "busybox"));
            image.put(dice.pick("newTag", "newTag", "tagSuffix"), dice.pick("v2", "1.10", "123", "latest"));
            if (dice.chance(40)) {
                image.put("newName", dice.pick("new/img", "r:5000/x"));
            }
            if (dice.chance(15)) {
                image.put("digest", "sha256:abc");
            }
            fields.put("images", list(image));
        }
    }

    private void patches(List<Map<String, Object>> objects) {
        List<Object> entries = new ArrayList<>();
        for (int i = dice.chance(40) ? dice.pick(1, 1, 2, 3) : 0; i > 0; i--) {
            Map<String, Object> object = dice.pick(objects);
            Map<String, Object> entry = map();
            boolean json = dice.chance(40);
            if (json || dice.chance(30)) {
                entry.put("target", selections.selector(object));
            }
            String text = YamlText.of(json ? selections.jsonPatch(object) : patches.of(object), dice);
            if (dice.chance(50)) {
                entry.put("patch", text);
            } else {
                folder.write("p" + i + ".yaml", Texts.mangled(text, dice));
                entry.put("path", "p" + i + ".yaml");
            }
            if (dice.chance(8)) {
                entry.put("options", map("allowNameChange", true));
            }
            entries.add(entry);
        }
        if (!entries.isEmpty()) {
            fields.put("patches", entries);
        }
        if (dice.chance(3)) {
            fields.put("patchesStrategicMerge", list(YamlText.of(patches.of(dice.pick(objects)), dice)));
        }
    }

    private void values(List<Map<String, Object>> objects) {
        if (dice.chance(15)) {
            fields.put("replacements", list(selections.replacement(objects)));
        }
        if (dice.chance(8)) {
            fields.put("vars", list(selections.variable(dice.pick(objects), dice.pick("VAR", "A", "HOST"))));
        }
        List<String> scalable = objects.stream()
                .filter(object -> List.of("Deployment", "StatefulSet").contains(Values.textAt(object, "kind")))
                .map(Values::name)
                .toList();
        if (!scalable.isEmpty() && dice.chance(12)) {
            fields.put("replicas", list(map("name", dice.pick(scalable), "count", dice.pick(0, 5, 10))));
        }
    }

    private void files() {
        if (dice.chance(6)) {
            Map<String, Object> configuration = dice.pick(
                    map("images", list(map("path", "spec/image", "kind", "Widget"))),
                    map("nameReference", list(reference())),
                    map("commonLabels", list(map("path", "spec/sel", "create", true, "kind", "Widget"))),
                    map("namespace", list(map("path", "spec/ns", "create", true, "kind", "Widget"))),
                    map("varReference", list(map("path", "data", "kind", "ConfigMap"))));
            folder.write("config.yaml", YamlText.of(configuration, dice));
            fields.put("configurations", list("config.yaml"));
        }
    }

    private static Map<String, Object> reference() {
        Object field = map("path", "spec/ref/name", "kind", "Widget");
        return map("kind", "ConfigMap", "version", "v1", "fieldSpecs", list(field));
    }

    private void plugins() {
        if (dice.chance(6)) {
            Map<String, Object> plugin = map("apiVersion", "builtin", "kind", "", "metadata", map("name", "t"));
            plugin.putAll(dice.pick(
                    transformer("LabelTransformer", "labels", map("tl", "x"), "metadata/labels"),
                    transformer("AnnotationsTransformer", "annotations", map("ta", "x"), "metadata/annotations"),
                    transformer("PrefixTransformer", "prefix", "tp-", "metadata/name"),
                    transformer("SuffixTransformer", "suffix", "-ts", "metadata/name"),
                    map("kind", "ImageTagTransformer", "imageTag", map("name", "nginx", "newTag", "tt"))));
            fields.put(dice.pick("transformers", "transformers", "validators"), list(YamlText.of(plugin, dice)));
        }
    }

    private static Map<String, Object> transformer(String kind, String field, Object value, String path) {
        return map("kind", kind, field, value, "fieldSpecs", list(map("path", path, "create", true)));
    }
}
