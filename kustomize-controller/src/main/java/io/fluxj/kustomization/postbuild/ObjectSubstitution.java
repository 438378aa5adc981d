package io.fluxj.kustomization.postbuild;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.substitution.Mode;
import io.fluxj.substitution.SubstitutionException;
import io.fluxj.substitution.Template;

/** Puts variables into one built object: into its YAML text, which is then read again. Source: behaviour §2.4. */
public final class ObjectSubstitution {

    private static final String KEY = "kustomize.toolkit.fluxcd.io/substitute";
    private static final String DISABLED = "disabled";

    private ObjectSubstitution() {}

    /**
     * The object with its variables replaced; the same object when it opted out or there is nothing to do.
     *
     * @param strict whether a variable that is not set and has no default is an error
     * @param always whether to look for expressions even without a variable
     */
    public static BuiltResource substitute(BuiltResource object, Variables variables, boolean strict, boolean always)
            throws SubstitutionFailure {
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

    private static String replaced(String text, Variables variables, Mode mode) throws SubstitutionFailure {
        try {
            return Template.parse(text).evaluate(variables.values(), mode);
        } catch (SubstitutionException e) {
            throw new SubstitutionFailure("envsubst error: variable substitution failed: " + e.getMessage(), e);
        }
    }

    private static BuiltResource reread(String text) throws SubstitutionFailure {
        try {
            return Kustomize.reread(text);
        } catch (BuildException e) {
            throw new SubstitutionFailure("envsubst error: YAMLToJSON: yaml: " + e.getMessage(), e);
        }
    }
}
