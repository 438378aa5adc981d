package io.fluxj.kube.cel;

import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;

/**
 * How names of properties are written in CEL, where dots, dashes and slashes are operators and some words are taken.
 * Source: the Kubernetes documentation of CustomResourceDefinition validation rules, "Escaping".
 */
final class FieldNames {
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");
    private static final Pattern WRITABLE = Pattern.compile("[a-zA-Z_./-][a-zA-Z0-9_./-]*");

    private FieldNames() {}

    /** The name in CEL; empty when it cannot be written there. */
    static Optional<String> escaped(String property) {
        if (RESERVED.contains(property)) {
            return Optional.of("__" + property + "__");
        }
        if (!WRITABLE.matches(property)) {
            return Optional.empty();
        }
        return Optional.of(property.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__"));
    }
}
