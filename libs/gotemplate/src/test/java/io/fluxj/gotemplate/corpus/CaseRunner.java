package io.fluxj.gotemplate.corpus;

import io.fluxj.gotemplate.ExecException;
import io.fluxj.gotemplate.Limits;
import io.fluxj.gotemplate.Options;
import io.fluxj.gotemplate.TemplateSet;
import io.fluxj.gotemplate.parse.Delimiters;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.value.GoInt;
import io.fluxj.gotemplate.value.GoMap;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.gotemplate.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs cases in the chart that they were recorded in. */
final class CaseRunner {
    private static final Options OPTIONS = new Options(Delimiters.STANDARD, Options.MissingKey.ZERO);
    private static final String CASE = "c/templates/_case.tpl";
    private static final String OUT = "c/templates/out.yaml";
    private static final String FAILING = "c/templates/case.yaml";

    private final Path folder;
    private final Map<String, byte[]> chartFiles;
    private final List<String> apiVersions;

    /** @param folder holds {@code functions/values.yaml} and {@code functions/chart} */
    CaseRunner(Path folder) {
        try {
            this.folder = folder;
            this.chartFiles = files(folder.resolve("functions/chart"));
            Path versions = folder.resolve("api-versions.txt");
            this.apiVersions = Files.exists(versions) ? Files.readAllLines(versions) : List.of("v1", "apps/v1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** What the case prints, or its error. */
    String run(Case c) {
        try {
            return c.error() == null ? rendered(c) : failing(c);
        } catch (ParseException e) {
            return HelmErrors.of(e);
        } catch (ExecException e) {
            return HelmErrors.of(e);
        }
    }

    private String rendered(Case c) {
        Map<String, String> templates = templates(c);
        templates.put(CASE, withoutMark(c.template()));
        templates.put(OUT, "{{ include \"" + CASE + "\" . }}");
        return render(c, templates, OUT).replace("<no value>", "");
    }

    private String failing(Case c) {
        Map<String, String> templates = templates(c);
        templates.put(FAILING, withoutMark(c.template()));
        return render(c, templates, FAILING);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Map<String, String> templates(Case c) {
        Map<String, String> templates = new TreeMap<>();
        chartFiles.forEach((name, bytes) -> {
            if (name.startsWith("templates/")) {
                templates.put("c/" + name, new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
            }
        });
        c.files().forEach((name, text) -> {
            if (name.startsWith("templates/")) {
                templates.put("c/" + name, text);
            }
        });
        return templates;
    }

    private String render(Case c, Map<String, String> templates, String wanted) {
        List<String> names = new ArrayList<>(templates.keySet());
        names.sort(Comparator.<String>comparingLong(
                        name -> name.chars().filter(x -> x == '/').count())
                .thenComparing(Comparator.naturalOrder())
                .reversed());
        TemplateSet.Builder set = TemplateSet.empty("gotpl", Host.FUNCTIONS, OPTIONS)
                .with("gotpl", "")
                .builder();
        names.forEach(name -> set.add(name, Objects.requireNonNull(templates.get(name))));
        Map<String, @Nullable Object> data = data(c);
        String result = "";
        for (String name : names) {
            if (!name.substring(name.lastIndexOf('/') + 1).startsWith("_")) {
                Map<String, @Nullable Object> template = new HashMap<>();
                template.put("Name", name);
                template.put("BasePath", "c/templates");
                data.put("Template", HostObjects.values(template));
                String text = set.build().execute(name, HostObjects.values(data), Limits.STANDARD);
                result = name.equals(wanted) ? text : result;
            }
        }
        return result;
    }

    private Map<String, @Nullable Object> data(Case c) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("Values", HostObjects.values(values(c)));
        data.put("Chart", chart());
        data.put("Release", release(c));
        data.put("Capabilities", capabilities(c));
        data.put("Files", new HostObjects.Files(otherFiles()));
        data.put("Subcharts", new HashMap<String, Object>());
        return data;
    }

    private Map<String, byte[]> otherFiles() {
        Map<String, byte[]> others = new TreeMap<>(chartFiles);
        others.keySet()
                .removeIf(name ->
                        name.startsWith("templates/") || name.equals("Chart.yaml") || name.equals("values.yaml"));
        return others;
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> values(Case c) {
        try {
            String text = c.values() == null ? Files.readString(folder.resolve("functions/values.yaml")) : c.values();
            Map<String, @Nullable Object> values =
                    (Map<String, @Nullable Object>) Objects.requireNonNull(YamlReader.read(Meter.NONE, text));
            values.values().removeIf(Objects::isNull);
            withoutNulls(values);
            for (int i = 0; i + 1 < c.flags().size(); i++) {
                String[] pair = c.flags().get(i + 1).split("=", 2);
                if (c.flags().get(i).equals("--set")) {
                    values.put(pair[0], pair[1].matches("[0-9]+") ? (Object) Long.valueOf(pair[1]) : pair[1]);
                } else if (c.flags().get(i).equals("--set-string")) {
                    values.put(pair[0], pair[1]);
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Helm 4 drops a chart's own nulls. */
    private static void withoutNulls(Map<?, ?> map) {
        map.values().removeIf(Objects::isNull);
        map.values().forEach(value -> {
            if (value instanceof Map<?, ?> inner) {
                withoutNulls(inner);
            }
        });
    }

    private static Map<String, @Nullable Object> release(Case c) {
        boolean upgrade = c.flags().contains("--is-upgrade");
        Map<String, @Nullable Object> release = new HashMap<>();
        release.put("Name", "demo");
        release.put("Namespace", "demo-ns");
        release.put("Service", "Helm");
        release.put("IsInstall", !upgrade);
        release.put("IsUpgrade", upgrade);
        release.put("Revision", GoInt.of(1));
        return release;
    }

    private HostObjects.Capabilities capabilities(Case c) {
        String version = "v1.37.0";
        List<String> versions = new ArrayList<>(apiVersions);
        for (int i = 0; i + 1 < c.flags().size(); i++) {
            String value = c.flags().get(i + 1);
            if (c.flags().get(i).equals("--kube-version")) {
                version = value.startsWith("v") ? value : "v" + value;
            } else if (c.flags().get(i).equals("-a")) {
                versions.addAll(List.of(value.split(",")));
            }
        }
        return new HostObjects.Capabilities(version, versions);
    }

    private static Map<String, @Nullable Object> chart() {
        Map<String, @Nullable Object> maintainer =
                new HashMap<>(Map.of("Name", "Ann", "Email", "ann@example.com", "URL", "https://example.com/ann"));
        Map<String, @Nullable Object> chart = new HashMap<>();
        chart.put("APIVersion", "v2");
        chart.put("Annotations", GoMap.of(GoType.STRING_MAP, Map.of("a/b", "c", "foo", "bar")));
        chart.put("AppVersion", "4.5");
        chart.put("Condition", "");
        chart.put("Dependencies", List.of());
        chart.put("Deprecated", false);
        chart.put("Description", "The chart that every function case runs in");
        chart.put("Home", "https://example.com");
        chart.put("Icon", "https://example.com/i.png");
        chart.put("IsRoot", true);
        chart.put("Keywords", GoSlice.strings(List.of("k1", "k2")));
        chart.put("KubeVersion", ">=1.20.0-0");
        chart.put("Maintainers", List.of(maintainer));
        chart.put("Name", "c");
        chart.put("Sources", GoSlice.strings(List.of("https://example.com/src")));
        chart.put("Tags", "");
        chart.put("Type", "application");
        chart.put("Version", "1.2.3");
        return chart;
    }
}
