package io.fluxj.helm.schema;

import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.value.Values;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.Notice;
import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartFile;
import io.fluxj.helm.values.ValueTree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates values against the schemas of charts. Any number of threads may use it at once. */
public final class ValuesSchemas {
    private final SchemaCompiler compiler = new SchemaCompiler();

    /**
     * Refuses values that a schema of the chart or of a chart in it does not allow.
     *
     * @throws HelmException naming the charts, and the places in their values
     */
    public void require(Chart chart, Map<String, @Nullable Object> values, Notices notices) {
        StringBuilder problems = new StringBuilder();
        validate(chart, values, problems, notices);
        if (!problems.isEmpty()) {
            throw new HelmException(
                    Subject.SCHEMA,
                    "values don't meet the specifications of the schema(s) in the following chart(s):\n" + problems);
        }
    }

    private void validate(Chart chart, Map<String, @Nullable Object> values, StringBuilder problems, Notices notices) {
        ChartFile schema = chart.content().schema();
        if (schema != null) {
            String found = problems(schema, values);
            if (!found.isEmpty()) {
                problems.append(chart.name()).append(":\n").append(found);
            }
        }
        notices.add(Notice.debug(
                "number of dependencies in the chart",
                new Notice.Attribute("chart", chart.name()),
                new Notice.Attribute(
                        "dependencies", String.valueOf(chart.dependencies().size()))));
        for (Chart inner : chart.dependencies()) {
            Object held = values.get(inner.name());
            Map<String, @Nullable Object> table = ValueTree.table(held);
            if (table != null) {
                validate(inner, table, problems, notices);
            } else if (held != null) {
                problems.append(inner.name())
                        .append(":\ninvalid type for values: expected object (map), got ")
                        .append(Values.type(held).name())
                        .append('\n');
            }
        }
    }

    private String problems(ChartFile schema, Map<String, @Nullable Object> values) {
        String text = schema.text();
        try {
            JsonReader.read(Meter.NONE, text);
        } catch (GoError e) {
            return String.valueOf(e.getMessage());
        }
        try {
            return compiler.problems(text, values);
        } catch (SchemaFailure e) {
            return String.valueOf(e.getMessage());
        }
    }
}
