package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.kustomization.Variable;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.settings.TransformerSettings;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Objects that were accumulated so far, with the settings and variables that came with them. */
final class Accumulator {

    private final ResourceMap resources = new ResourceMap();
    private final TreeMap<String, Variable> variables = new TreeMap<>();
    private TransformerSettings settings = TransformerSettings.NONE;

    ResourceMap resources() {
        return resources;
    }

    TransformerSettings settings() {
        return settings;
    }

    SortedMap<String, Variable> variables() {
        return variables;
    }

    void addSettings(TransformerSettings more) {
        settings = settings.merge(more);
    }

    /** Takes in what a base accumulated. */
    void merge(Accumulator base) {
        resources.appendAll(base.resources.resources());
        addSettings(base.settings);
        base.variables.values().forEach(this::addVariable);
    }

    /** Takes in variables of a kustomization, noting on the objects which of them read from it. */
    void addVariables(List<Variable> more) {
        for (int i = 0; i < more.size(); i++) {
            Variable variable = more.get(i);
            List<Resource> sources = sources(variable);
            if (sources.size() > 1) {
                throw BuildException.because(
                                "var '" + variable.name() + "' could mean any of " + sources.size() + " objects")
                        .inField("vars[" + i + "]")
                        .hint("name the namespace in objref");
            }
            sources.forEach(source -> source.variables().add(variable.name()));
        }
        for (int i = 0; i < more.size(); i++) {
            try {
                addVariable(more.get(i));
            } catch (BuildException e) {
                throw e.inField("vars[" + i + "]");
            }
        }
    }

    private List<Resource> sources(Variable variable) {
        ResourceId id = new ResourceId(variable.kind(), false, variable.objectName(), variable.objectNamespace());
        boolean exact = !id.namespace().isEmpty();
        return exact
                ? resources.everCalled(id)
                : resources.everNamed(id.name()).stream()
                        .filter(resource -> resource.allIds().stream().anyMatch(id::sameGvkAndNameAs))
                        .toList();
    }

    private void addVariable(Variable variable) {
        if (variables.putIfAbsent(variable.name(), variable) != null) {
            throw BuildException.because("var '" + variable.name() + "' is defined twice")
                    .hint("give every var a name of its own, over all bases");
        }
    }
}
