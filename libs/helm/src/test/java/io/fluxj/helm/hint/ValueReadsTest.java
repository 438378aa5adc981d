package io.fluxj.helm.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxj.helm.Notices;
import io.fluxj.helm.chart.ChartLoader;
import io.fluxj.helm.chart.LoadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values templates read. */
class ValueReadsTest {
    @TempDir
    Path folder = Path.of("");

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Optional<ValueReads> reads(String template) throws IOException {
        file("Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
        file("templates/all.yaml", template);
        return ValueReads.of(new ChartLoader(LoadLimits.STANDARD, Notices.NONE).load(folder));
    }

    private boolean mayRead(String template, String path) throws IOException {
        return reads(template).orElseThrow().mayRead(List.of(path.split("\\.", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{ .Values.image.tag }} ; image.tag ; true",
                "{{ .Values.image.tag }} ; image.tags ; false",
                "{{ if .Values.image }}{{ end }} ; image.tags ; false",
                "{{ with .Values.image }}{{ .tag }}{{ end }} ; image.tag ; true",
                "{{ with .Values.image }}{{ .tag }}{{ end }} ; image.tags ; false",
                "{{ with .Values.image }}{{ toYaml . }}{{ end }} ; image.tags ; true",
                "{{ toYaml .Values.image }} ; image.tags ; true",
                "{{ $image := .Values.image }}{{ $image.tag }} ; image.tags ; false",
                "{{ $image := .Values.image }}{{ print $image }} ; image.tags ; true",
                "{{ range .Values.ports }}{{ .number }}{{ end }} ; ports.http ; true",
                "{{ index .Values \"image\" \"tag\" }} ; image.tag ; true",
                "{{ index .Values \"image\" \"tag\" }} ; image.tags ; false",
                "{{ index .Values .Release.Name }} ; image.tags ; true",
                "{{ .Values.image | toYaml }} ; image.tags ; true",
                "{{ define \"a\" }}{{ .tag }}{{ end }}{{ include \"a\" .Values.image }} ; image.tags ; false",
                "{{ define \"a\" }}{{ toJson . }}{{ end }}{{ include \"a\" .Values.image }} ; image.tags ; true",
                "{{ define \"a\" }}{{ .all.Values.x }}{{ end }}{{ include \"a\" (dict \"all\" $) }} ; x ; true",
                "{{ define \"a\" }}{{ .all.Values.x }}{{ end }}{{ include \"a\" (dict \"all\" $) }} ; y ; false",
                "{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }} ; y ; false"
            })
    void areFoundInTheTextOfTemplates(String template, String path, boolean read) throws IOException {
        assertThat(mayRead(template, path)).isEqualTo(read);
    }

    @Test
    void ofAChartInTheChartAreBelowItsName() throws IOException {
        file("charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n");
        file("charts/db/templates/all.yaml", "{{ .Values.size }}");

        ValueReads reads = reads("{{ .Values.name }}").orElseThrow();

        assertThat(reads.mayRead(List.of("db", "size"))).isTrue();
        assertThat(reads.mayRead(List.of("db", "color"))).isFalse();
        assertThat(reads.below(List.of("db"))).containsExactly("size");
        assertThat(reads.below(List.of())).containsExactlyInAnyOrder("db", "name");
    }

    @Test
    void ofAMalformedTemplateCannotBeTold() throws IOException {
        assertThat(reads("{{ .Values.")).isEmpty();
    }
}
