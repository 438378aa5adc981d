package io.fluxj.kube.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.Source;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.HomogeneousLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A compiled expression.
 *
 * @param tree what was checked
 * @param program what is run
 */
record Expression(CelAbstractSyntaxTree tree, CelRuntime.Program program) {
    private static final Pattern SYNTAX = Pattern.compile(
            "^(mismatched input|extraneous input|no viable alternative|token recognition error|missing ).*");
    private static final Pattern LITERAL = Pattern.compile("(?s)^(\\w+) validation failed\\. Reason: .*");
    private static final Set<String> FINDS = Set.of("find", "findAll");
    static final String INSTANTIATION = "program instantiation failed: ";
    private static final String CANDIDATES = " (candidates: ";

    /** An expression that cannot be compiled; the message tells where and why, as the real server does. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message, null, false, false);
        }
    }

    static Expression compile(Cel cel, String source) throws Broken {
        CelAbstractSyntaxTree tree = tree(cel.compile(source));
        tree(CelValidatorFactory.standardCelValidatorBuilder(cel)
                .addAstValidators(
                        DurationLiteralValidator.INSTANCE,
                        TimestampLiteralValidator.INSTANCE,
                        RegexLiteralValidator.INSTANCE,
                        HomogeneousLiteralValidator.newInstance("format"))
                .build()
                .validate(tree));
        List<CelIssue> formats = FormatLiterals.check(tree);
        if (!formats.isEmpty()) {
            throw new Broken(shown(tree.getSource(), formats));
        }
        checkPatterns(tree);
        try {
            return new Expression(tree, cel.createProgram(tree));
        } catch (CelEvaluationException e) {
            throw new Broken(INSTANTIATION + e.getMessage());
        }
    }

    /** Patterns that are written down are compiled early. */
    private static void checkPatterns(CelAbstractSyntaxTree tree) throws Broken {
        List<String> patterns = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(e -> e.getKind() == CelExpr.ExprKind.Kind.CALL
                        && FINDS.contains(e.call().function()))
                .flatMap(e -> e.call().args().stream().limit(1))
                .filter(e -> e.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && e.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                .map(e -> e.constant().stringValue())
                .toList();
        for (String pattern : patterns) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new Broken(INSTANTIATION + e.getMessage());
            }
        }
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) throws Broken {
        if (result.hasError()) {
            throw new Broken(shown(result.getSource(), result.getErrors()));
        }
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new Broken(String.valueOf(e.getMessage()));
        }
    }

    private static String shown(Source source, List<CelIssue> issues) {
        boolean undeclared = issues.stream().anyMatch(i -> i.getMessage().startsWith("undeclared reference"));
        return issues.stream()
                .filter(i -> !undeclared || !i.getMessage().startsWith("Message type resolution failure"))
                .map(i -> CelIssue.formatError(i.getSourceLocation(), worded(i.getMessage()))
                        .toDisplayString(source))
                .collect(Collectors.joining("\n"));
    }

    private static String worded(String message) {
        if (SYNTAX.matches(message)) {
            return "Syntax error: " + message;
        }
        Matcher literal = LITERAL.matcher(message);
        if (literal.matches()) {
            return "invalid " + literal.group(1).replace("Regex", "matches") + " argument";
        }
        int candidates = message.indexOf(CANDIDATES);
        return (candidates < 0 ? message : message.substring(0, candidates)).replace("*error*", "!error!");
    }

    CelType resultType() {
        return tree.getResultType();
    }

    boolean reads(String variable) {
        return tree.getReferenceMap().values().stream()
                .anyMatch(reference -> reference.name().equals(variable));
    }
}
