package io.fluxj.kustomize.filter.vars;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.fieldspec.FieldWalk;
import io.fluxj.kustomize.filter.Each;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.yaml.GoNumbers;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Tags;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Expands variables in the fields that the specs name. */
public final class VariableTransformer implements Transformer {

    private final Map<String, Object> values;
    private final List<FieldSpec> specs;
    private final Set<String> used = new TreeSet<>();

    public VariableTransformer(Map<String, Object> values, List<FieldSpec> specs) {
        this.values = values;
        this.specs = specs;
    }

    /** Names of variables that occurred nowhere. */
    public List<String> unused() {
        return values.keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .toList();
    }

    @Override
    public void transform(ResourceMap resources) {
        Expansion expansion = new Expansion(values, used);
        FieldWalk walk = FieldWalk.setting(node -> set(node, expansion));
        Each.of(resources.resources(), resource -> walk.apply(resource.root(), specs));
    }

    private static void set(Node node, Expansion expansion) {
        if (node.isNull()) {
            return;
        }
        switch (node.kind()) {
            case SCALAR -> expand(node, expansion);
            case MAPPING -> expandMap(node, expansion);
            case SEQUENCE -> expandList(node, expansion);
            case ALIAS -> throw new IllegalStateException("aliases are expanded");
        }
    }

    private static void expandMap(Node map, Expansion expansion) {
        for (int i = 0; i < map.content().size(); i += 2) {
            if (!map.content().get(i).isText()) {
                throw new YamlException(
                        "a key is not text: " + map.content().get(i).value(), map.line(), "put it in quotes");
            }
            expand(map.content().get(i + 1), expansion);
        }
    }

    private static void expandList(Node list, Expansion expansion) {
        for (Node item : list.content()) {
            if (!item.isText()) {
                throw new YamlException(
                        "an element where variables may stand is not text", item.line(), "put it in quotes");
            }
            expand(item, expansion);
        }
    }

    private static void expand(Node node, Expansion expansion) {
        if (!node.isText()) {
            return;
        }
        switch (expansion.expand(node.value())) {
            case Long number -> replace(node, number.toString(), Tags.INT);
            case Boolean flag -> replace(node, flag.toString(), Tags.BOOL);
            case Double number -> replace(node, GoNumbers.json(number), Tags.FLOAT);
            case Object text -> replace(node, text.toString(), Tags.STRING);
        }
    }

    private static void replace(Node node, String text, String tag) {
        node.setValue(text);
        node.setTag(tag);
        node.setStyle(Node.Style.PLAIN);
    }
}
