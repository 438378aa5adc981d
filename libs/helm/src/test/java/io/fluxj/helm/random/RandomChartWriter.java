package io.fluxj.helm.random;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes a chart, and charts in it. */
record RandomChartWriter(Random random, Map<String, String> files) {

    void write(String folder, String name, int depth) {
        RandomValues values = new RandomValues(random);
        RandomTemplates templates = new RandomTemplates(random, name);
        StringBuilder declaration = new StringBuilder("apiVersion: v2\nname: " + name + "\nversion: 1.2."
                + random.nextInt(9) + "\nappVersion: " + pick("1.10", "\"2\"", "v3", "1e3", "true") + "\n");
        StringBuilder held = new StringBuilder();
        int charts = depth == 0 ? 0 : random.nextInt(3);
        for (int i = 1; i <= charts; i++) {
            String child = (depth == 2 ? "child" : "grand") + i;
            write(folder + "charts/" + child + "/", child, depth - 1);
            held.append(dependency(child));
        }
        declaration.append(held.isEmpty() || random.nextInt(5) == 0 ? "" : "dependencies:\n" + held);
        files.put(folder + "Chart.yaml", declaration.toString());
        files.put(
                folder + "values.yaml",
                values.table(2, "") + globals(values) + (charts > 0 ? section(values, depth) : ""));
        files.put(folder + "templates/_partials.tpl", templates.partial());
        files.put(folder + "data/a.txt", "first\nsecond: {{ x }}\n");
        for (int i = random.nextInt(3); i >= 0; i--) {
            files.put(folder + "templates/" + pick("a", "b/c", "z", "m") + i + ".yaml", templates.manifests());
        }
        if (random.nextInt(3) == 0) {
            files.put(folder + "crds/crd.yaml", "kind: CustomResourceDefinition\nmetadata: {name: " + name + "}\n");
        }
        if (random.nextInt(4) == 0) {
            files.put(folder + ".helmignore", pick("*.txt\n", "/data\n", "# nothing\n", "b/\n"));
        }
    }

    private String section(RandomValues values, int depth) {
        return random.nextBoolean()
                ? ""
                : (depth == 2 ? "child1" : "grand1") + ":\n" + values.table(1, "  ")
                        + "  exports: {out: {fromChild: 1}}\n";
    }

    private String globals(RandomValues values) {
        return (random.nextInt(3) == 0 ? "global:\n" + values.table(1, "  ") : "")
                + (random.nextInt(3) == 0 ? "exports:\n  out:\n    exported: {{ }}\n".replace("{{ }}", "7") : "")
                + (random.nextInt(3) == 0
                        ? "tags: {front: " + random.nextBoolean() + ", back: " + random.nextBoolean() + "}\n"
                        : "");
    }

    private String dependency(String child) {
        StringBuilder text = new StringBuilder(
                "- name: " + child + "\n  version: " + pick("\"*\"", "\">=1.0.0\"", "1.2.x", "~1.2") + "\n");
        text.append(
                random.nextInt(3) == 0
                        ? "  condition: " + pick(child + ".enabled", "enabled", "a,b", child + ".a.b") + "\n"
                        : "");
        text.append(random.nextInt(4) == 0 ? "  tags: [front]\n" : "");
        text.append(random.nextInt(5) == 0 ? "  alias: other" + child + "\n" : "");
        text.append(
                random.nextInt(4) == 0
                        ? "  import-values: "
                                + pick("[out]", "[{child: cfg, parent: cfg}]", "[{child: a, parent: b.c}]") + "\n"
                        : "");
        return text.toString();
    }

    private String pick(String... options) {
        return List.of(options).get(random.nextInt(options.length));
    }
}
