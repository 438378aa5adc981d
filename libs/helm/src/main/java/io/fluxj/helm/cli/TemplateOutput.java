package io.fluxj.helm.cli;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.chart.PathPattern;
import io.fluxj.helm.manifest.Hook;
import io.fluxj.helm.manifest.HookEvent;
import io.fluxj.helm.manifest.Manifest;
import io.fluxj.helm.manifest.ManifestSplit;
import java.util.List;

/** What {@code helm template} prints. */
final class TemplateOutput {
    private static final Pattern SOURCE = Pattern.compile("# Source: [^/]+/(.+)");

    private TemplateOutput() {}

    /** The manifest and the hooks. */
    static String whole(String manifest, List<Hook> hooks, boolean skipTests) {
        StringBuilder out = new StringBuilder(GoText.trimSpace(manifest)).append('\n');
        for (Hook hook : hooks) {
            if (!skipTests || !hook.runsAt(HookEvent.TEST)) {
                out.append(Manifest.withSource(hook.path(), hook.manifest()));
            }
        }
        return out.toString();
    }

    /**
     * Only what came of some templates.
     *
     * @param templates paths in the chart, or patterns
     * @throws HelmException naming one that nothing came of
     */
    static String only(String whole, List<String> templates) {
        List<String> documents = ManifestSplit.documents(whole);
        StringBuilder out = new StringBuilder();
        for (String template : templates) {
            int before = out.length();
            for (String document : documents) {
                if (isOf(template, document)) {
                    out.append("---\n").append(document).append('\n');
                }
            }
            if (out.length() == before) {
                throw new HelmException(Subject.CHART, "could not find template " + template + " in chart");
            }
        }
        return out.toString();
    }

    private static boolean isOf(String template, String document) {
        Matcher source = SOURCE.matcher(document);
        try {
            return source.find() && PathPattern.of(template).matches(source.group(1));
        } catch (PathPattern.Malformed e) {
            return false;
        }
    }
}
