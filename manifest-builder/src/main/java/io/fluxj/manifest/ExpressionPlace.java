package io.fluxj.manifest;

import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.FileTree;
import io.fluxj.manifest.generate.GeneratedTree;
import io.fluxj.manifest.postbuild.SubstitutionFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds the file and the line of an expression that could not be substituted. What fails is the text that kustomize printed, so the
 * expression is looked for in the manifest; where it stands in a patch, it is the manifest's first line that is told.
 */
final class ExpressionPlace {

    private static final long LONGEST_FILE = 64L << 20;

    private ExpressionPlace() {}

    /** For example {@code  (app/a.yaml:7: ${region})}; {@code ""} when nothing is known. The text of a Secret is not shown. */
    static String of(SubstitutionFailure failure, BuiltResource resource, GeneratedTree generated) {
        String expression = failure.expression();
        if (expression.isEmpty()) {
            return "";
        }
        Origin origin = Origin.of(resource, generated.origins());
        int line = lineOf(expression, resource, generated.files());
        String place = new Origin(origin.file(), line == 0 ? origin.line() : line).toString();
        String shown = resource.kind().equals("Secret") ? "" : expression;
        String text = place.isEmpty() || shown.isEmpty() ? place + shown : place + ": " + shown;
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    /** Counted from 1; 0 if the manifest does not have it. */
    private static int lineOf(String expression, BuiltResource resource, FileTree files) {
        if (resource.line() == 0) {
            return 0;
        }
        try {
            byte[] bytes = files.readBytes(resource.file(), LONGEST_FILE);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lineOf(expression, lines, resource.line());
        } catch (IOException e) {
            return 0; // what made the object is no file
        }
    }

    private static int lineOf(String expression, List<String> lines, int first) {
        for (int number = first; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (number > first && line.startsWith("---")) {
                return 0;
            }
            if (line.contains(expression)) {
                return number;
            }
        }
        return 0;
    }
}
