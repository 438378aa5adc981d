package io.fluxj.runtime.apply;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.api.kustomize.IgnoreRule;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.stage.IgnoredFields;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.select.LabelSelector;
import io.fluxj.kustomize.select.Patterns;
import io.fluxj.runtime.reconcile.CommonReason;
import io.fluxj.runtime.reconcile.Stalled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fields of the applied objects that others may change, by the rules of a spec. Source: behaviour §2.5, §12. */
public final class DriftRules {

    private DriftRules() {}

    /** A rule that was compiled. */
    private record Rule(Target target, List<JsonPointer> paths) {}

    /** Which objects a rule is for. */
    private record Target(Patterns patterns, LabelSelector labels, LabelSelector annotations) {

        boolean matches(ObjectNode manifest) {
            ObjectRef ref = ObjectRef.of(manifest);
            return patterns.matchesKind(new Gvk(ref.group(), ref.version(), ref.kind()))
                    && patterns.matchesName(ref.name())
                    && patterns.matchesNamespace(ref.namespace())
                    && labels.matches(texts(manifest, "labels"))
                    && annotations.matches(texts(manifest, "annotations"));
        }
    }

    /**
     * What the rules ignore.
     *
     * @param field that holds the rules, such as {@code spec.ignore}
     * @throws Stalled which names the field that nobody can act on
     */
    public static IgnoredFields of(String field, List<IgnoreRule> given) throws Stalled {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String rule = field + "[" + i + "]";
            rules.add(new Rule(
                    target(rule, given.get(i).target()),
                    paths(rule, given.get(i).paths())));
        }
        return new IgnoredFields(identity(given), manifest -> ignored(rules, manifest));
    }

    private static String identity(List<IgnoreRule> given) {
        return given.isEmpty() ? "" : given.toString();
    }

    private static List<JsonPointer> ignored(List<Rule> rules, ObjectNode manifest) {
        return rules.stream()
                .filter(rule -> rule.target().matches(manifest))
                .flatMap(rule -> rule.paths().stream())
                .distinct()
                .toList();
    }

    private static Target target(String field, io.fluxj.api.kustomize.@Nullable Selector given) throws Stalled {
        Selector selector = given == null ? new Selector(Gvk.ANY, "", "", "", "") : selector(given);
        try {
            return new Target(
                    new Patterns(selector),
                    LabelSelector.parse(selector.labelSelector()),
                    LabelSelector.parse(selector.annotationSelector()));
        } catch (BuildException e) {
            throw refused(field + ".target", String.valueOf(e.getMessage()));
        }
    }

    private static Selector selector(io.fluxj.api.kustomize.Selector given) {
        return new Selector(
                new Gvk(text(given.group()), text(given.version()), text(given.kind())),
                text(given.name()),
                text(given.namespace()),
                text(given.annotationSelector()),
                text(given.labelSelector()));
    }

    private static List<JsonPointer> paths(String field, List<String> given) throws Stalled {
        List<JsonPointer> paths = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                paths.add(JsonPointer.compile(given.get(i)));
            } catch (IllegalArgumentException e) {
                throw refused(
                        field + ".paths[" + i + "]",
                        "\"%s\" is no JSON pointer: begin it with a slash, as in /spec/replicas"
                                .formatted(given.get(i)));
            }
        }
        return paths;
    }

    private static Map<String, String> texts(ObjectNode manifest, String map) {
        Map<String, String> texts = new TreeMap<>();
        JsonNode metadata = manifest.path("metadata");
        metadata.path(map)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static Stalled refused(String field, String problem) {
        return Stalled.of(CommonReason.INVALID_SPEC, field + ": " + problem);
    }
}
