package io.fluxj.kustomize.random;

import static io.fluxj.kustomize.random.Values.list;
import static io.fluxj.kustomize.random.Values.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes kustomizations, each with its bases, components, resources and whatever else the dice want. */
final class Kustomizations {

    private final Dice dice;
    private final Map<String, byte[]> files;
    private final Objects objects;
    private final Set<String> generated = new LinkedHashSet<>();

    Kustomizations(Dice dice, Map<String, byte[]> files) {
        this.dice = dice;
        this.files = files;
        this.objects = new Objects(dice);
    }

    /** Writes one that has that many levels of bases below; returns the objects in it. */
    List<Map<String, Object>> write(String name, int levels) {
        Folder folder = new Folder(name, files);
        List<Object> resources = new ArrayList<>();
        List<Map<String, Object>> present = new ArrayList<>();
        for (int i = levels > 0 ? dice.pick(1, 1, 1, 2) : 0; i > 0; i--) {
            String base = name + "-b" + i;
            present.addAll(write(base, levels - 1));
            resources.add("../" + base + dice.pick("", "", "/"));
        }
        resources(folder, levels > 0 ? dice.below(3) : 1 + dice.below(4), resources, present);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("resources", resources);
        new Settings(dice, folder, fields, generated).add(present);
        if (dice.chance(10)) {
            fields.put("components", list("../" + component(folder, name + "-c", present)));
        }
        finish(folder, fields, "kustomize.config.k8s.io/v1beta1", "Kustomization");
        return present;
    }

    private String component(Folder folder, String name, List<Map<String, Object>> present) {
        Map<String, Object> fields = new LinkedHashMap<>();
        new Settings(dice, folder.beside(name), fields, generated).add(present);
        if (fields.isEmpty()) {
            fields.put("commonAnnotations", map("component", "x"));
        }
        finish(folder.beside(name), fields, "kustomize.config.k8s.io/v1alpha1", "Component");
        return name;
    }

    private void resources(Folder folder, int count, List<Object> resources, List<Map<String, Object>> present) {
        Set<String> known = new LinkedHashSet<>();
        present.forEach(object -> known.add(id(object)));
        for (int i = 0; i < count; i++) {
            List<Object> documents = new ArrayList<>();
            for (int j = dice.pick(1, 1, 2, 3); j > 0; j--) {
                Map<String, Object> object = objects.any();
                if (known.add(id(object))) {
                    documents.add(object);
                    addTo(present, object);
                }
            }
            if (!documents.isEmpty()) {
                String file = dice.pick("r%d.yaml", "r%d.yml", "r%d").formatted(i);
                folder.write(file, Texts.mangled(Texts.documents(documents, dice), dice));
                resources.add(dice.pick("", "./") + file);
            }
        }
    }

    /** The items of a list are objects of their own; they may still meet others. */
    private static void addTo(List<Map<String, Object>> present, Map<String, Object> object) {
        if (!object.containsKey("items")) {
            present.add(object);
        }
    }

    private static String id(Map<String, Object> object) {
        Map<String, Object> metadata = Values.mapAt(object, "metadata");
        String id = Values.textAt(object, "kind") + "/" + Values.textAt(metadata, "name");
        if (object.containsKey("items")) {
            object.remove("metadata");
        }
        return id;
    }

    private void finish(Folder folder, Map<String, Object> fields, String version, String kind) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (kind.equals("Component") || dice.chance(50)) {
            all.putAll(map("apiVersion", version, "kind", kind));
        }
        List<String> order = new ArrayList<>(fields.keySet());
        if (dice.chance(30)) {
            dice.shuffle(order);
        }
        order.forEach(field -> all.put(field, fields.getOrDefault(field, "")));
        String file = dice.pick("kustomization.yaml", "kustomization.yaml", "kustomization.yml", "Kustomization");
        folder.write(file, Texts.mangled(YamlText.of(all, dice), dice));
    }
}
