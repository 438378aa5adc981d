package io.fluxj.kube.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at calls of {@code format} whose pattern and arguments are written down, before they are run. */
final class FormatLiterals {
    private static final Set<CelKind> INTEGERS = Set.of(CelKind.INT, CelKind.UINT);
    private static final Set<CelKind> NUMBERS = Set.of(CelKind.DOUBLE, CelKind.STRING);

    private final CelAbstractSyntaxTree tree;
    private final List<CelIssue> issues = new ArrayList<>();

    private FormatLiterals(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /** What is wrong. */
    static List<CelIssue> check(CelAbstractSyntaxTree tree) {
        FormatLiterals literals = new FormatLiterals(tree);
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(FormatLiterals::written)
                .forEach(literals::check);
        return literals.issues;
    }

    private static boolean written(CelExpr e) {
        return e.getKind() == ExprKind.Kind.CALL
                && e.call().function().equals("format")
                && e.call()
                        .target()
                        .filter(t -> t.getKind() == ExprKind.Kind.CONSTANT
                                && t.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                        .isPresent()
                && e.call().args().size() == 1
                && e.call().args().getFirst().getKind() == ExprKind.Kind.LIST;
    }

    private void check(CelExpr call) {
        String pattern = call.call().target().orElseThrow().constant().stringValue();
        List<CelExpr> arguments = call.call().args().getFirst().list().elements();
        int next = 0;
        for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', at)) {
            at++;
            if (pattern.startsWith("%", at)) {
                at++;
                continue;
            }
            if (at >= pattern.length()) {
                report(call, "unexpected end of string");
                return;
            }
            if (next >= arguments.size()) {
                report(call, "index " + next + " out of range");
                return;
            }
            int verb = verb(pattern, at);
            if (verb >= pattern.length()) {
                report(
                        call,
                        "could not parse formatting clause: error while parsing precision: could not find end of"
                                + " precision specifier");
                return;
            }
            if (!clause(call, pattern.charAt(verb), arguments.get(next++))) {
                return;
            }
            at = verb + 1;
        }
        if (arguments.size() > next) {
            report(
                    call,
                    "too many arguments supplied to string.format (expected " + next + ", got " + arguments.size()
                            + ")");
        }
    }

    private static int verb(String pattern, int at) {
        int verb = at;
        if (pattern.charAt(verb) == '.') {
            verb++;
            while (verb < pattern.length() && pattern.charAt(verb) >= '0' && pattern.charAt(verb) <= '9') {
                verb++;
            }
        }
        return verb;
    }

    private boolean clause(CelExpr call, char verb, CelExpr argument) {
        Optional<String> takes =
                switch (verb) {
                    case 's' -> Optional.empty();
                    case 'd' -> mismatch(argument, INTEGERS, "decimal clause can only be used on integers");
                    case 'f' -> mismatch(argument, NUMBERS, "fixed-point clause can only be used on doubles");
                    case 'e' -> mismatch(argument, NUMBERS, "scientific clause can only be used on doubles");
                    case 'b' ->
                        mismatch(
                                argument,
                                Set.of(CelKind.INT, CelKind.UINT, CelKind.BOOL),
                                "only integers and bools can be formatted as binary");
                    case 'o' -> mismatch(argument, INTEGERS, "octal clause can only be used on integers");
                    case 'x', 'X' ->
                        mismatch(
                                argument,
                                Set.of(CelKind.INT, CelKind.UINT, CelKind.STRING, CelKind.BYTES),
                                "only integers, byte buffers, and strings can be formatted as hex");
                    default -> {
                        report(
                                call,
                                "could not parse formatting clause: unrecognized formatting clause \"" + verb + "\"");
                        yield Optional.of("");
                    }
                };
        takes.filter(problem -> !problem.isEmpty()).ifPresent(problem -> report(argument, problem));
        return takes.isEmpty();
    }

    private Optional<String> mismatch(CelExpr argument, Set<CelKind> kinds, String otherwise) {
        var type = tree.getType(argument.id()).orElse(SimpleType.DYN);
        return type.equals(SimpleType.DYN) || kinds.contains(type.kind())
                ? Optional.empty()
                : Optional.of("error during formatting: " + otherwise + ", was given " + type.name());
    }

    private void report(CelExpr where, String problem) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(where.id(), 0);
        CelSourceLocation location = tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.NONE);
        issues.add(CelIssue.formatError(location, problem));
    }
}
