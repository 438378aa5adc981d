package io.fluxj.helm.render;

import io.fluxj.gotemplate.BudgetException;
import io.fluxj.gotemplate.ExecException;
import io.fluxj.gotemplate.Functions;
import io.fluxj.gotemplate.Limits;
import io.fluxj.gotemplate.Options;
import io.fluxj.gotemplate.TemplateSet;
import io.fluxj.gotemplate.parse.Delimiters;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.render.ChartScopes.Template;
import io.fluxj.helm.schema.ValuesSchemas;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Executes the templates of charts. Immutable; any number of threads may use it at once. */
public final class Engine {
    private static final Options OPTIONS = new Options(Delimiters.STANDARD, Options.MissingKey.ZERO);
    private static final String SET = "gotpl";

    private final TemplateSet empty;
    private final Limits limits;
    private final ValuesSchemas schemas = new ValuesSchemas();

    /**
     * An engine.
     *
     * @param sprig where functions take time, randomness and keys from
     * @param limits of all templates of a chart together
     */
    public Engine(Sprig sprig, ClusterLookup cluster, HostAddresses hosts, Limits limits) {
        Functions functions = sprig.functions().with(HostFunctions.of(cluster, hosts));
        this.empty = TemplateSet.empty(SET, functions, OPTIONS).with(SET, "");
        this.limits = limits;
    }

    /** Whose templates are told no addresses. */
    public Engine(Sprig sprig, ClusterLookup cluster, Limits limits) {
        this(sprig, cluster, HostAddresses.NONE, limits);
    }

    /** Without a cluster, in UTC. */
    public static Engine offline() {
        return new Engine(Sprig.standard(), ClusterLookup.NONE, Limits.STANDARD);
    }

    ValuesSchemas schemas() {
        return schemas;
    }

    /**
     * What the templates print, by their names.
     *
     * @throws HelmException when one is malformed or fails
     */
    SortedMap<String, String> render(Map<String, Template> templates) {
        TemplateSet.Builder set = empty.builder();
        templates.forEach((name, template) -> {
            try {
                set.add(name, template.file().text());
            } catch (ParseException e) {
                throw TemplateFailures.of(e, template);
            }
        });
        try {
            return set.build().session(limits, runner -> executed(templates, runner));
        } catch (BudgetException e) {
            throw TemplateFailures.of(e);
        }
    }

    private static SortedMap<String, String> executed(Map<String, Template> templates, TemplateSet.Runner runner) {
        SortedMap<String, String> printed = new TreeMap<>(GoText::compare);
        templates.forEach((name, template) -> {
            if (!template.isPartial()) {
                try {
                    printed.put(name, runner.execute(name, template.data(name)).replace(HostFunctions.NO_VALUE, ""));
                } catch (ExecException e) {
                    throw TemplateFailures.of(e, templates);
                }
            }
        });
        return printed;
    }
}
