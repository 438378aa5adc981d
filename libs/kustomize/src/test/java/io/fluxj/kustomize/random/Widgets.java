package io.fluxj.kustomize.random;

import static io.fluxj.kustomize.random.Values.list;
import static io.fluxj.kustomize.random.Values.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Custom resources: nothing is known of their fields, so that any value can stand in them. */
final class Widgets {

    private static final List<String> KEYS =
            List.of("k", "K", "a.b", "k1", "k10", "k2", "7", "12", "x-0", "x-1", "a: b", "on", "~", "\u00fc");

    private final Dice dice;
    private final Workloads workloads;

    Widgets(Dice dice, Workloads workloads) {
        this.dice = dice;
        this.workloads = workloads;
    }

    Map<String, Object> spec() {
        Map<String, Object> spec = map("size", dice.pick(1, 2, "big"), "image", dice.pick(Names.IMAGES));
        spec.put("ref", map("kind", "ConfigMap", "name", dice.pick(Names.OBJECTS)));
        spec.put("items", items());
        if (dice.chance(50)) {
            spec.put("map", oddMap());
        }
        if (dice.chance(40)) {
            spec.put("odd", list(OddScalars.any(dice), OddScalars.any(dice), map(), list()));
        }
        if (dice.chance(20)) {
            spec.put("template", workloads.template());
        }
        if (dice.chance(20)) {
            spec.put(
                    "nested", list(list(1, 2), list(list(OddScalars.any(dice))), list(map("a", OddScalars.any(dice)))));
        }
        if (dice.chance(20)) {
            spec.put("text", noise());
        }
        if (dice.chance(10)) {
            spec.put(
                    "json", dice.pick("{\"a\": {\"b\": 1}, \"l\": [1,2]}", "{\"config\": {\"hostname\": \"TARGET\"}}"));
        }
        return spec;
    }

    private List<Object> items() {
        List<Object> items = new ArrayList<>();
        dice.some(List.of("a", "b", "c"), 0, 3)
                .forEach(name -> items.add(map("name", name, "v", OddScalars.any(dice))));
        return items;
    }

    private Map<String, Object> oddMap() {
        Map<String, Object> map = map();
        dice.some(KEYS, 0, 5).forEach(key -> map.put(key, OddScalars.any(dice)));
        return map;
    }

    private String noise() {
        String characters = "ab c:#-\n\t'\"|>&*!%@`{}[],?=~.0123456789_\u00e9\u00df\u00a0\\/$<";
        StringBuilder text = new StringBuilder();
        for (int i = dice.below(30); i > 0; i--) {
            text.append(characters.charAt(dice.below(characters.length())));
        }
        return text.toString();
    }
}
