package io.fluxj.helm.render;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.gotemplate.ExecException.Failure;
import io.fluxj.helm.Diagnosis.Culprit;
import org.jspecify.annotations.Nullable;

/** What failures of templates are about, and what can be done. */
final class Advice {
    private static final Pattern VALUES = Pattern.compile("\\$?(\\.Values(?:\\.[\\pL_][\\pL\\pN_]*)+)");
    private static final Pattern CALLING = Pattern.compile("^error calling ([\\pL\\pN_]+): ");
    private static final Pattern NIL = Pattern.compile("nil pointer evaluating .*\\.([\\pL_][\\pL\\pN_]*)$");
    private static final Pattern UNKNOWN = Pattern.compile("function \"(.*)\" not defined");

    private Advice() {}

    static Culprit culprit(Failure failure) {
        Matcher function = CALLING.matcher(failure.problem());
        return new Culprit(
                failure.expression(), function.find() ? function.group(1) : null, valuesPath(failure.expression()));
    }

    private static @Nullable String valuesPath(String expression) {
        Matcher values = VALUES.matcher(expression);
        return values.find() ? values.group(1) : null;
    }

    static String onExecution(Failure failure) {
        String problem = failure.problem();
        Matcher nil = NIL.matcher(problem);
        if (nil.find()) {
            return onNil(valuesPath(failure.expression()), nil.group(1));
        }
        if (problem.contains(HostFunctions.WARNING_START)) {
            return "the chart itself asks for this: set the value that its message names";
        }
        if (problem.contains("incompatible types for comparison")) {
            return "numbers of values.yaml are float64, those of --set int64: compare with 'eq (int .Values.x) 1'";
        }
        if (problem.contains("no template ")) {
            return "no file defines it: is the library chart in charts/, and the name spelled as in its define?";
        }
        if (problem.contains("nested reference name")) {
            return "the template includes itself, perhaps by way of tpl: end the recursion";
        }
        if (problem.contains("wrong type for value; expected string")) {
            return "convert it first, as in '.Values.x | toString'";
        }
        return "";
    }

    private static String onNil(@Nullable String path, String field) {
        if (path == null) {
            return "what ." + field + " is taken of is nil: give it a default, or test it by 'with'";
        }
        String holder = path.substring(0, path.lastIndexOf('.'));
        return holder.equals(".Values")
                ? "set " + path.substring(1) + " in the values"
                : holder + " is not set: set " + path.substring(".Values.".length())
                        + " in the values, or test it by 'with " + holder + "'";
    }

    static String onParsing(String problem) {
        Matcher unknown = UNKNOWN.matcher(problem);
        if (unknown.find()) {
            return "neither Go, sprig nor Helm 4.3 has a function " + unknown.group(1);
        }
        if (problem.contains("unexpected EOF")) {
            return "an if, range, with, define or block has no end";
        }
        if (problem.contains("unexpected {{end}}")) {
            return "there is an end too much";
        }
        return "";
    }
}
