package io.fluxj.bench.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A chart of a given size, as those are that people complain of: long templates with helpers, conditions, loops and tables in YAML, the same in each of its
 * subcharts.
 *
 * @param templates of the chart and of each subchart
 * @param lines of each template, roughly
 * @param subcharts how many
 */
record BigChart(int templates, int lines, int subcharts) {
    private static final int BLOCK = 20;

    /** Its name, which tells its size. */
    String name() {
        return "big-%d-%d-%d".formatted(templates, lines, subcharts);
    }

    /**
     * Writes it.
     *
     * @return its folder
     */
    Path write(Path directory) throws IOException {
        Path chart = directory.resolve(name());
        one(chart, name());
        for (int i = 0; i < subcharts; i++) {
            one(chart.resolve("charts/part" + i), "part" + i);
        }
        return chart;
    }

    private void one(Path chart, String name) throws IOException {
        Path folder = Files.createDirectories(chart.resolve("templates"));
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: %s\nversion: 1.0.0\n".formatted(name));
        Files.writeString(chart.resolve("values.yaml"), VALUES);
        Files.writeString(folder.resolve("_helpers.tpl"), HELPERS.replace("NAME", name));
        for (int i = 0; i < templates; i++) {
            StringBuilder text = new StringBuilder();
            for (int block = 0; block < Math.max(1, lines / BLOCK); block++) {
                text.append(TEMPLATE.replace("NAME", name).replace("NUMBER", i + "-" + block));
            }
            Files.writeString(folder.resolve("app-" + i + ".yaml"), text);
        }
    }

    private static final String VALUES = """
            global: {team: a}
            enabled: true
            replicas: 2
            image: {repository: registry.example.com/shop/server, tag: 1.2.3}
            labels: {tier: back, zone: north}
            env: {LOG_LEVEL: info, CACHE: "true", REGION: north}
            resources: {limits: {memory: 256Mi}, requests: {cpu: 100m, memory: 128Mi}}
            ports: [{name: http, number: 80}, {name: metrics, number: 9090}]
            """;

    private static final String HELPERS = """
            {{- define "NAME.fullname" -}}
            {{ printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}
            {{- end -}}
            {{- define "NAME.labels" -}}
            app.kubernetes.io/name: {{ .Chart.Name }}
            app.kubernetes.io/instance: {{ .Release.Name | quote }}
            team: {{ .Values.global.team }}
            {{- range $key, $value := .Values.labels }}
            {{ $key }}: {{ $value | quote }}
            {{- end }}
            {{- end -}}
            """;

    private static final String TEMPLATE = """
            {{- if .Values.enabled }}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {{ include "NAME.fullname" . }}-NUMBER
              labels: {{- include "NAME.labels" . | nindent 4 }}
            data:
              image: {{ printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) | quote }}
              replicas: {{ mul .Values.replicas 2 | quote }}
              {{- range $name, $value := .Values.env }}
              {{ $name | lower | replace "_" "-" }}: {{ $value | quote }}
              {{- end }}
              resources: |
                {{- toYaml .Values.resources | nindent 4 }}
              {{- with index .Values.ports 0 }}
              port: {{ .number | quote }}
              {{- end }}
            {{- end }}
            """;
}
