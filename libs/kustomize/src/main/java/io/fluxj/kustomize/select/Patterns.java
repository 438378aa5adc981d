package io.fluxj.kustomize.select;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.regex.Regex;
import java.util.Optional;
import java.util.function.Predicate;

/** A selector whose parts are regular expressions that have to match whole; they run in linear time. */
public final class Patterns {

    private final Selector selector;
    private final Predicate<String> group;
    private final Predicate<String> version;
    private final Predicate<String> kind;
    private final Predicate<String> name;
    private final Predicate<String> namespace;

    /**
     * Compiles a selector.
     *
     * @throws BuildException if one of its expressions is malformed
     */
    public Patterns(Selector selector) {
        this.selector = selector;
        group = compile("group", selector.gvk().group());
        version = compile("version", selector.gvk().version());
        kind = compile("kind", selector.gvk().kind());
        name = compile("name", selector.name());
        namespace = compile("namespace", selector.namespace());
    }

    private static Predicate<String> compile(String part, String expression) {
        if (expression.isEmpty()) {
            return any -> true;
        }
        if (isLiteral(expression)) {
            return expression::equals;
        }
        try {
            Pattern pattern = Regex.compile("^(?:" + expression + ")$");
            return text -> pattern.matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw BuildException.because("the " + part + " '" + Regex.shown(expression)
                            + "' of a target is not a valid regular expression: " + e.getDescription())
                    .hint("target fields are regular expressions (RE2 syntax); escape special characters with \\")
                    .causedBy(e);
        }
    }

    private static boolean isLiteral(String expression) {
        return expression.chars().allMatch(c -> c == '-' || Character.isLetterOrDigit(c));
    }

    /** The one name that is selected, if the selector gives a name without any pattern in it. */
    public Optional<String> wholeName() {
        return Optional.of(selector.name()).filter(text -> !text.isEmpty() && isLiteral(text));
    }

    public Selector selector() {
        return selector;
    }

    public boolean matchesKind(Gvk gvk) {
        return kind.test(gvk.kind()) && group.test(gvk.group()) && version.test(gvk.version());
    }

    public boolean matchesName(String text) {
        return name.test(text);
    }

    public boolean matchesNamespace(String text) {
        return namespace.test(text);
    }
}
