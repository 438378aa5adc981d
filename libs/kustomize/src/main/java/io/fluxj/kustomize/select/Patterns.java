package io.fluxj.kustomize.select;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.kustomization.Selector;
import org.jspecify.annotations.Nullable;

/** A selector whose parts are regular expressions that have to match whole; they run in linear time. */
public final class Patterns {

    private final Selector selector;
    private final @Nullable Pattern group;
    private final @Nullable Pattern version;
    private final @Nullable Pattern kind;
    private final @Nullable Pattern name;
    private final @Nullable Pattern namespace;

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

    private static @Nullable Pattern compile(String part, String expression) {
        if (expression.isEmpty()) {
            return null;
        }
        try {
            return Pattern.compile("^(?:" + expression + ")$");
        } catch (PatternSyntaxException e) {
            throw BuildException.because("the " + part + " '" + expression
                            + "' of a target is not a valid regular expression: " + e.getDescription())
                    .hint("target fields are regular expressions (RE2 syntax); escape special characters with \\")
                    .causedBy(e);
        }
    }

    public Selector selector() {
        return selector;
    }

    public boolean matchesKind(Gvk gvk) {
        return matches(group, gvk.group()) && matches(version, gvk.version()) && matches(kind, gvk.kind());
    }

    public boolean matchesName(String text) {
        return matches(name, text);
    }

    public boolean matchesNamespace(String text) {
        return matches(namespace, text);
    }

    private static boolean matches(@Nullable Pattern pattern, String text) {
        return pattern == null || pattern.matcher(text).find();
    }
}
