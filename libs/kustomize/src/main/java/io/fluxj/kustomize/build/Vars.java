package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.replacement.FieldPath;
import io.fluxj.kustomize.filter.vars.VariableTransformer;
import io.fluxj.kustomize.kustomization.Variable;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.settings.TransformerSettings.Section;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Tags;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resolves the deprecated {@code vars} at the end of a build. */
final class Vars {

    private Vars() {}

    static void resolve(Accumulator accumulated, Build build) {
        Map<String, Object> values = new TreeMap<>();
        for (Variable variable : accumulated.variables().values()) {
            Object value = value(variable, accumulated);
            build.variables().put(variable.name(), String.valueOf(value));
            values.put(variable.name(), value);
        }
        if (values.isEmpty()) {
            return;
        }
        VariableTransformer transformer =
                new VariableTransformer(values, accumulated.settings().specs(Section.VAR_REFERENCE));
        transformer.transform(accumulated.resources());
        if (!transformer.unused().isEmpty()) {
            build.warnings()
                    .add("well-defined vars that were never replaced: " + String.join(",", transformer.unused()));
        }
    }

    private static Object value(Variable variable, Accumulator accumulated) {
        for (Resource resource : accumulated.resources().resources()) {
            if (resource.variables().contains(variable.name())) {
                return read(variable, resource);
            }
        }
        throw BuildException.because("var '" + variable.name() + "' reads from "
                        + (variable.kind().kind() + " " + variable.objectName()).strip() + ", which does not exist")
                .inField("vars")
                .hint("check objref");
    }

    private static Object read(Variable variable, Resource resource) {
        try {
            @Nullable Node field = resource.find(indexed(FieldPath.split(variable.fieldPath())));
            if (field == null) {
                throw resource.problem("var '" + variable.name() + "' reads the field '" + variable.fieldPath()
                                + "', which does not exist")
                        .hint("check fieldref.fieldPath; without it the field is metadata.name");
            }
            return typed(field);
        } catch (YamlException e) {
            throw resource.locate(e);
        }
    }

    /** Maps and lists cannot be put into text; such a variable stays as it is. */
    private static Object typed(Node field) {
        if (!field.isScalar()) {
            throw new YamlException(
                    "a var cannot read a map or a list", field.line(), "name a field in it in fieldref.fieldPath");
        }
        return switch (field.tag()) {
            case Tags.INT -> Long.parseLong(field.value());
            case Tags.FLOAT -> Double.parseDouble(field.value());
            case Tags.BOOL -> Boolean.parseBoolean(field.value());
            default -> field.value();
        };
    }

    /** Splits {@code name[0]} into the name and the index. */
    private static List<String> indexed(List<String> path) {
        List<String> result = new ArrayList<>();
        for (String part : path) {
            int open = part.lastIndexOf('[');
            boolean index = open >= 0
                    && part.endsWith("]")
                    && part.length() > open + 2
                    && part.substring(open + 1, part.length() - 1).chars().allMatch(Character::isDigit);
            if (!index) {
                result.add(part);
                continue;
            }
            if (open > 0) {
                result.add(part.substring(0, open));
            }
            result.add(part.substring(open + 1, part.length() - 1));
        }
        return result;
    }
}
