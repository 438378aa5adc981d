package io.fluxj.helm.render;

import io.fluxj.gotemplate.BudgetException;
import io.fluxj.gotemplate.ExecException;
import io.fluxj.gotemplate.parse.Definition;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.helm.Diagnosis;
import io.fluxj.helm.Diagnosis.Place;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.render.ChartScopes.Template;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Failures of templates as Helm 4 words them, with what is known besides. */
final class TemplateFailures {
    private TemplateFailures() {}

    static HelmException of(ParseException failure, Template template) {
        String[] tokens = String.valueOf(failure.getMessage()).split(": ", -1);
        String message = "parse error at (" + tokens[1] + "): " + tokens[tokens.length - 1];
        Place place = new Place(template.chart(), template.file().name(), failure.line(), -1);
        return new HelmException(
                message,
                new Diagnosis(Subject.TEMPLATE, place, null, Advice.onParsing(tokens[tokens.length - 1])),
                failure);
    }

    static HelmException of(ExecException failure, Map<String, Template> templates) {
        ExecException.Failure innermost = innermost(failure);
        if (innermost == null) {
            return new HelmException(Subject.TEMPLATE, TraceText.of(failure), failure);
        }
        Diagnosis diagnosis = new Diagnosis(
                Subject.TEMPLATE,
                place(innermost.place(), templates),
                Advice.culprit(innermost),
                Advice.onExecution(innermost));
        return new HelmException(TraceText.of(failure), diagnosis, failure);
    }

    private static ExecException.@Nullable Failure innermost(ExecException failure) {
        ExecException.Failure found = failure.failure();
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ExecException inner && inner.failure() != null) {
                found = inner.failure();
            }
        }
        return found;
    }

    private static Place place(Definition.Place place, Map<String, Template> templates) {
        Template template = templates.get(place.template());
        return template == null
                ? new Place("", place.template(), place.line(), place.column())
                : new Place(template.chart(), template.file().name(), place.line(), place.column());
    }

    static HelmException of(BudgetException failure) {
        String flag =
                switch (failure.budget()) {
                    case STEPS -> " (--max-steps)";
                    case DEPTH -> " (--max-depth)";
                    case CHARACTERS -> " (--max-output)";
                    case TIME -> " (--max-time)";
                    case CANCELLED -> "";
                };
        return new HelmException(
                "rendering ended: " + failure.getMessage() + flag, Diagnosis.of(Subject.LIMIT), failure);
    }
}
