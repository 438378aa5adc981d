package io.fluxj.gotemplate.yaml;

import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Words go-yaml's messages for what the parser in use complains about. */
final class Problems {
    private static final Map<String, String> WORDS = Map.of(
            "mapping values are not allowed here", "mapping values are not allowed in this context",
            "could not find expected ':'", "could not find expected ':'",
            "sequence entries are not allowed here", "block sequence entries are not allowed in this context",
            "found unexpected end of stream", "found unexpected end of stream");

    private Problems() {}

    static String of(YamlEngineException failure) {
        if (!(failure instanceof MarkedYamlEngineException marked)) {
            return "yaml: " + failure.getMessage();
        }
        String problem = problem(marked);
        int line = line(marked);
        return "yaml: " + (line == 0 ? "" : "line " + line + ": ") + problem;
    }

    /** A fault of characters at a line that counts from 0. */
    static YamlException at(int line, String problem) {
        return new YamlException("yaml: " + (line == 0 ? "" : "line " + (line + 1) + ": ") + problem);
    }

    /** go-yaml names no line where the trouble is on the first, and counts from 0 when it is not about characters. */
    private static int line(MarkedYamlEngineException failure) {
        int line = failure.getProblemMark().map(Mark::getLine).orElse(0);
        if (failure instanceof ScannerException) {
            return line > 0
                    ? line + 1
                    : failure.getContextMark().map(Mark::getLine).orElse(0);
        }
        boolean end = failure.getProblemMark()
                .filter(mark -> mark.getPointer() >= mark.getBuffer().length && mark.getColumn() > 0)
                .isPresent();
        return end ? line + 1 : line;
    }

    private static String problem(MarkedYamlEngineException failure) {
        String problem = failure.getProblem();
        String context = String.valueOf(failure.getContext());
        if (problem.contains("(TAB)") || problem.contains("cannot start any token")) {
            return "found character that cannot start any token";
        }
        if (problem.startsWith("expected <block end>")) {
            return context.contains("sequence") || context.contains("collection")
                    ? "did not find expected '-' indicator"
                    : "did not find expected key";
        }
        if (problem.startsWith("expected ',' or ']'")) {
            return "did not find expected ',' or ']'";
        }
        if (problem.startsWith("expected ',' or '}'")) {
            return "did not find expected ',' or '}'";
        }
        if (problem.startsWith("expected the node content")) {
            return "did not find expected node content";
        }
        if (problem.startsWith("expected '<document start>'")) {
            return "did not find expected <document start>";
        }
        if (problem.startsWith("unexpected character found")) {
            return "did not find expected alphabetic or numeric character";
        }
        if (problem.startsWith("found unknown escape character")) {
            return "found unknown escape character";
        }
        return WORDS.getOrDefault(problem, problem);
    }
}
