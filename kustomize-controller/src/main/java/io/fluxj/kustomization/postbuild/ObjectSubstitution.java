package io.fluxj.kustomization.postbuild;

import io.fluxj.kustomization.BuildFailure;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.substitution.Mode;
import io.fluxj.substitution.SubstitutionException;
import io.fluxj.substitution.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts variables into one built object: into its YAML text, which is then read again. Source: behaviour §2.4. */
public final class ObjectSubstitution {

    private static final String KEY = "kustomize.toolkit.fluxcd.io/substitute";
    private static final String DISABLED = "disabled";
    private static final Pattern TABS = Pattern.compile("^([^\"']*(?:: |- ))\\t+");

    private ObjectSubstitution() {}

    /**
     * The object with its variables replaced; the same object when it opted out or there is nothing to do.
     *
     * @param strict whether a variable that is not set and has no default is an error
     * @param always whether to look for expressions even without a variable
     */
    public static BuiltResource substitute(BuiltResource object, Variables variables, boolean strict, boolean always)
            throws BuildFailure {
        if (optedOut(object)) {
            return object;
        }
        variables.requireLoaded();
        if (variables.isEmpty() && !always) {
            return object;
        }
        variables.requireValidNames();
        return reread(replaced(object.toYaml(), variables, strict ? Mode.STRICT : Mode.LENIENT));
    }

    private static boolean optedOut(BuiltResource object) {
        return DISABLED.equals(object.labels().get(KEY))
                || DISABLED.equals(object.annotations().get(KEY));
    }

    private static String replaced(String text, Variables variables, Mode mode) throws BuildFailure {
        try {
            return Template.parse(text).evaluate(variables.values(), mode);
        } catch (SubstitutionException e) {
            throw new BuildFailure("envsubst error: variable substitution failed: " + e.getMessage(), e);
        }
    }

    private static BuiltResource reread(String text) throws BuildFailure {
        String next = text;
        while (true) {
            try {
                return Kustomize.reread(next);
            } catch (BuildException e) {
                String mended = withoutTabs(next, e.line().orElse(0));
                if (mended.equals(next)) {
                    throw new BuildFailure("envsubst error: YAMLToJSON: yaml: " + e.getMessage(), e);
                }
                next = mended;
            }
        }
    }

    /** A value that begins with tabs puts them where YAML allows white space but our reader wants a space. */
    private static String withoutTabs(String text, int line) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (line < 1 || line > lines.size()) {
            return text;
        }
        lines.set(line - 1, TABS.matcher(lines.get(line - 1)).replaceFirst("$1"));
        return String.join("\n", lines) + "\n";
    }
}
