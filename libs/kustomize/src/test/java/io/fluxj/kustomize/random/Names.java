package io.fluxj.kustomize.random;

import java.util.List;
import java.util.Map;

/** Few names for everything, so that things meet. */
final class Names {

    static final List<String> OBJECTS = List.of("web", "api", "db", "app-1", "cache", "web-2", "x");
    static final List<String> REFERRED = List.of("web", "api", "db", "app-1", "cache", "cm", "gen", "sec");
    static final List<String> NAMESPACES = List.of("prod", "dev", "default", "kube-system");
    static final List<String> KEYS = List.of("app", "tier", "app.kubernetes.io/name", "version", "env");
    static final List<String> ANNOTATIONS = List.of("note", "a/b", "x.y/z", "desc", "n1", "n10", "n2");
    static final List<String> CONTAINERS = List.of("main", "side", "c");

    private static final String DIGEST = "@sha256:24a0c4b4a4c0eb97a1aabb8e29f18e917d05abfe1b7a7c07857230879ce7d3d3";

    static final List<String> IMAGES = List.of(
            "nginx",
            "nginx:1.7.9",
            "nginx" + DIGEST,
            "repo:5000/nginx:1",
            "repo:5000/nginx",
            "docker.io/library/nginx",
            "redis:6",
            "busybox",
            "gcr.io/a/b:v1" + DIGEST,
            "nginx:",
            ":tag",
            "a/nginx:1",
            "NGINX",
            "nginx-foo:2");

    private Names() {}

    static Map<String, Object> labels(Dice dice) {
        Map<String, Object> labels = Values.map();
        dice.some(KEYS, 1, 2).forEach(key -> labels.put(key, dice.pick(OBJECTS)));
        return labels;
    }

    /** Odd now and then, plain text as a rule. */
    static Object text(Dice dice, int oddPercent) {
        return dice.chance(oddPercent) ? OddScalars.any(dice) : dice.pick(OBJECTS);
    }

    static Map<String, Object> metadata(Dice dice) {
        Map<String, Object> metadata = Values.map("name", dice.pick(OBJECTS));
        if (dice.chance(30)) {
            metadata.put("namespace", dice.pick(NAMESPACES));
        }
        if (dice.chance(40)) {
            Map<String, Object> labels = Values.mapAt(metadata, "labels");
            dice.some(KEYS, 1, 3).forEach(key -> labels.put(key, text(dice, 4)));
        }
        if (dice.chance(30)) {
            Map<String, Object> annotations = Values.mapAt(metadata, "annotations");
            dice.some(ANNOTATIONS, 0, 3).forEach(key -> annotations.put(key, text(dice, 50)));
        }
        if (dice.chance(3)) {
            metadata.put("creationTimestamp", Raw.NULL);
        }
        return metadata;
    }
}
