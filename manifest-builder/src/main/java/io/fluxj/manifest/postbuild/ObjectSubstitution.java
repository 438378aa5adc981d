package io.fluxj.manifest.postbuild;

import io.fluxj.api.kustomize.v1.PostBuild;
import io.fluxj.api.kustomize.v1.SubstituteStrategy;
import io.fluxj.api.meta.Choice;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.Kustomize;
import io.fluxj.substitution.Mode;
import io.fluxj.substitution.SubstitutionException;
import io.fluxj.substitution.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts variables into built objects: into their YAML texts, which are then read again. Source: behaviour §2.4. */
public final class ObjectSubstitution {

    private static final String KEY = "kustomize.toolkit.fluxcd.io/substitute";
    private static final String DISABLED = "disabled";
    private static final Pattern TABS = Pattern.compile("^([^\"']*(?:: |- ))\\t+");

    private final Variables variables;
    private final Mode mode;
    private final boolean always;

    private ObjectSubstitution(Variables variables, Mode mode, boolean always) {
        this.variables = variables;
        this.mode = mode;
        this.always = always;
    }

    /**
     * As a spec wants it.
     *
     * @param strict whether a variable that is not set and has no default is an error
     */
    public static ObjectSubstitution of(PostBuild asked, Variables variables, boolean strict) {
        boolean always = Choice.of(SubstituteStrategy.ALWAYS).equals(asked.substituteStrategy());
        return new ObjectSubstitution(variables, strict ? Mode.STRICT : Mode.LENIENT, always);
    }

    /** The object with its variables replaced; the same object when it opted out or there is nothing to do. */
    public BuiltResource substitute(BuiltResource object) throws SubstitutionFailure {
        if (optedOut(object)) {
            return object;
        }
        variables.requireLoaded();
        if (variables.isEmpty() && !always) {
            return object;
        }
        variables.requireValidNames();
        String text = object.toYaml();
        return reread(replaced(text), text);
    }

    private static boolean optedOut(BuiltResource object) {
        return DISABLED.equals(object.labels().get(KEY))
                || DISABLED.equals(object.annotations().get(KEY));
    }

    private String replaced(String text) throws SubstitutionFailure {
        try {
            return Template.parse(text).evaluate(variables.values(), mode);
        } catch (SubstitutionException e) {
            throw new SubstitutionFailure(
                    "envsubst error: variable substitution failed: " + e.getMessage(),
                    Expressions.at(text, e.offset()),
                    e);
        }
    }

    /** Values have no line breaks, so that what is wrong in a line came from an expression in that line of the text before. */
    private static BuiltResource reread(String text, String before) throws SubstitutionFailure {
        String next = text;
        while (true) {
            try {
                return Kustomize.reread(next);
            } catch (BuildException e) {
                int line = e.line().orElse(0);
                String mended = withoutTabs(next, line);
                if (mended.equals(next)) {
                    throw new SubstitutionFailure(
                            "envsubst error: YAMLToJSON: yaml: " + e.getMessage(), Expressions.inLine(before, line), e);
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
