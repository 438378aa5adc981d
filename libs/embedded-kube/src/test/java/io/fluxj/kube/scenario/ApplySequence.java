package io.fluxj.kube.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes of several managers to one object, drawn by chance from a seed.
 *
 * @param path of the object's collection
 * @param steps in order
 */
record ApplySequence(String path, List<Write> steps) {
    private static final int LONGEST = 8;
    private static final List<String> NAMES = List.of("a", "b", "c");

    /**
     * One write.
     *
     * @param method PATCH, or PUT of the live object with its spec replaced
     * @param type the content type
     * @param query who writes, and whether by force
     * @param body what is sent
     */
    record Write(String method, String type, String query, ObjectNode body) {}

    static ApplySequence of(long seed, String group) {
        Random random = new Random(seed);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        List<Write> steps = new ArrayList<>();
        steps.add(apply(random, kind, group));
        int length = 2 + random.nextInt(LONGEST - 2);
        while (steps.size() < length) {
            steps.add(
                    switch (random.nextInt(6)) {
                        case 0 -> change(random, kind, group, "PUT", "application/json");
                        case 1 -> change(random, kind, group, "PATCH", "application/merge-patch+json");
                        default -> apply(random, kind, group);
                    });
        }
        return new ApplySequence(kind.path.replace("{group}", group), steps);
    }

    private static Write apply(Random random, Kind kind, String group) {
        String query = "fieldManager=m" + random.nextInt(3) + (random.nextInt(3) == 0 ? "&force=true" : "");
        return new Write("PATCH", "application/apply-patch+yaml", query, kind.object(random, group));
    }

    private static Write change(Random random, Kind kind, String group, String method, String type) {
        return new Write(method, type, "fieldManager=u" + random.nextInt(2), kind.object(random, group));
    }

    private enum Kind {
        CONFIG_MAP("/api/v1/namespaces/{ns}/configmaps") {
            @Override
            void fill(ObjectNode object, Random random) {
                object.put("apiVersion", "v1").put("kind", "ConfigMap").set("data", words(random));
            }
        },
        SERVICE("/api/v1/namespaces/{ns}/services") {
            @Override
            void fill(ObjectNode object, Random random) {
                object.put("apiVersion", "v1").put("kind", "Service");
                ObjectNode spec = object.putObject("spec").put("clusterIP", "None");
                ArrayNode ports = spec.putArray("ports");
                ports.addObject().put("name", "p0").put("port", 80);
                if (random.nextBoolean()) {
                    ports.addObject().put("name", "p1").put("port", 81).put("targetPort", 8000 + random.nextInt(2));
                }
                if (random.nextBoolean()) {
                    spec.set("selector", words(random));
                }
            }
        },
        POD_TEMPLATE("/api/v1/namespaces/{ns}/podtemplates") {
            @Override
            void fill(ObjectNode object, Random random) {
                object.put("apiVersion", "v1").put("kind", "PodTemplate");
                ObjectNode spec = object.putObject("template").putObject("spec");
                ArrayNode containers = spec.putArray("containers");
                container(containers.addObject(), "a", random);
                if (random.nextBoolean()) {
                    container(containers.addObject(), "b", random);
                }
                if (random.nextBoolean()) {
                    spec.putArray("tolerations")
                            .addObject()
                            .put("key", pick(random))
                            .put("operator", "Exists");
                }
                if (random.nextBoolean()) {
                    spec.putArray("imagePullSecrets").addObject().put("name", pick(random));
                }
            }
        },
        CUSTOM("/apis/{group}/v1/namespaces/{ns}/things") {
            @Override
            void fill(ObjectNode object, Random random) {
                object.put("kind", "Thing");
                ObjectNode spec = object.putObject("spec");
                if (random.nextBoolean()) {
                    ArrayNode keyed = spec.putArray("keyed");
                    some(random).forEach(n -> keyed.addObject().put("k", n).put("v", random.nextInt(2)));
                }
                if (random.nextBoolean()) {
                    ArrayNode set = spec.putArray("set");
                    some(random).forEach(set::add);
                }
                if (random.nextBoolean()) {
                    ArrayNode atomic = spec.putArray("atomic");
                    some(random).forEach(atomic::add);
                }
                if (random.nextBoolean()) {
                    spec.set("whole", words(random));
                }
                if (random.nextBoolean()) {
                    spec.set("words", words(random));
                }
            }
        };

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        abstract void fill(ObjectNode object, Random random);

        ObjectNode object(Random random, String group) {
            ObjectNode object = Nodes.object();
            fill(object, random);
            if (this == CUSTOM) {
                object.put("apiVersion", group + "/v1");
            }
            ObjectNode metadata = object.putObject("metadata").put("name", "x");
            if (random.nextInt(3) == 0) {
                metadata.set("labels", words(random));
            }
            if (random.nextInt(5) == 0) {
                metadata.putArray("finalizers").add("x.io/" + pick(random));
            }
            return object;
        }
    }

    private static void container(ObjectNode container, String name, Random random) {
        container.put("name", name).put("image", "i:" + random.nextInt(2));
        if (random.nextBoolean()) {
            ArrayNode env = container.putArray("env");
            some(random).forEach(n -> env.addObject().put("name", n).put("value", "v" + random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            ArrayNode ports = container.putArray("ports");
            ports.addObject().put("containerPort", 80 + random.nextInt(2)).put("protocol", "TCP");
        }
        if (random.nextBoolean()) {
            ArrayNode arguments = container.putArray("args");
            some(random).forEach(arguments::add);
        }
    }

    private static String pick(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static List<String> some(Random random) {
        return NAMES.stream().filter(n -> random.nextBoolean()).toList();
    }

    private static ObjectNode words(Random random) {
        ObjectNode out = Nodes.object();
        some(random).forEach(n -> out.put(n, "v" + random.nextInt(2)));
        return out;
    }

    ApplySequence without(int step) {
        List<Write> fewer = new ArrayList<>(steps);
        fewer.remove(step);
        return new ApplySequence(path, fewer);
    }

    String shown() {
        StringBuilder out = new StringBuilder(path);
        for (Write step : steps) {
            out.append('\n')
                    .append(step.method())
                    .append(' ')
                    .append(step.type())
                    .append(' ')
                    .append(step.query());
            out.append(' ').append(Nodes.text((JsonNode) step.body()));
        }
        return out.toString();
    }
}
