package io.fluxj.helm.chart;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.JsonTrip;
import io.fluxj.gotemplate.yaml.YamlWriter;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.values.ValuesYaml;
import io.fluxj.yaml.Dialect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that a chart brings. */
final class ChartValues {
    private ChartValues() {}

    static Map<String, @Nullable Object> of(ChartFile file) {
        try {
            return ValuesYaml.read(file.text());
        } catch (GoError e) {
            throw new HelmException(Subject.VALUES, "cannot load values.yaml: " + e.getMessage(), e);
        }
    }

    /** As Helm writes values into a file. */
    static byte[] text(Map<String, @Nullable Object> values) {
        return GoText.bytes(YamlWriter.write(Meter.NONE, Dialect.V2, new JsonTrip(Meter.NONE).of(values)));
    }
}
