package io.fluxj.cel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.cel.common.CelIssue;
import dev.cel.common.Source;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** Says in the words of Go's CEL, which conditions and refusals quote, what Java's says in its own. */
public final class Wording {

    private static final Pattern SYNTAX = Pattern.compile(
            "^(mismatched input|extraneous input|no viable alternative|token recognition error|missing ).*");
    private static final Pattern LITERAL = Pattern.compile("(?s)^(\\w+) validation failed\\. Reason: .*");
    private static final String CANDIDATES = " (candidates: ";
    private static final Pattern POSITION = Pattern.compile("^evaluation error at <input>:\\d+: ");
    private static final Pattern KEY = Pattern.compile("^(?:key )?'?(.*?)'?(?: is not present in map\\.)?$");
    private static final Pattern ZONE =
            Pattern.compile("^(?:Unknown time-zone ID: |Invalid ID for .*, invalid format: )(.*)$");
    private static final Pattern CALL = Pattern.compile("(?s)^Function '.*' failed with arg\\(s\\) .*");

    private Wording() {}

    /** Why an expression cannot be compiled, each reason with the line and a mark below the place. */
    public static String of(Source source, List<CelIssue> issues) {
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

    /** Why an evaluation ended in an error. */
    public static String of(CelEvaluationException error) {
        String message = POSITION.matcher(String.valueOf(error.getMessage())).replaceFirst("");
        return switch (error.getErrorCode()) {
            case OVERLOAD_NOT_FOUND -> "no such overload";
            case DIVIDE_BY_ZERO -> "division by zero";
            case NUMERIC_OVERFLOW -> "integer overflow";
            case INDEX_OUT_OF_BOUNDS -> message.replace("Index out of bounds", "index out of bounds");
            case ATTRIBUTE_NOT_FOUND ->
                message.startsWith("Error resolving field") ? "no such overload" : "no such key: " + key(message);
            default -> other(error, message);
        };
    }

    private static String other(CelEvaluationException error, String message) {
        Matcher zone = ZONE.matcher(message);
        if (zone.matches()) {
            return "unknown time zone " + zone.group(1);
        }
        Throwable cause = error.getCause();
        if (cause instanceof NoSuchElementException) {
            return "optional.none() dereference";
        }
        return CALL.matches(message) && cause != null
                ? String.valueOf(cause.getMessage()).replace("key '", "key ").replace("' already", " already")
                : message;
    }

    private static String key(String message) {
        Matcher matcher = KEY.matcher(message);
        return matcher.matches() ? matcher.group(1) : message;
    }
}
