package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.BOOL;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.semver.Constraint;
import io.fluxj.semver.InvalidConstraintException;
import io.fluxj.semver.Version;
import java.util.Arrays;

/** Functions on versions, by Masterminds' rules. */
final class Semvers {
    private static final int LONGEST = 256;

    private Semvers() {}

    static void addTo(Library library) {
        library.add(
                "semver", SemverObject.POINTER, (run, a) -> new SemverObject(version(Args.text(a, 0)), true), STRING);
        library.add("semverCompare", BOOL, (run, a) -> compare(Args.text(a, 0), Args.text(a, 1)), STRING, STRING);
    }

    private static boolean compare(String constraint, String version) {
        try {
            return Constraint.parse(constraint).allows(version(version));
        } catch (InvalidConstraintException e) {
            throw new GoError(String.valueOf(e.getMessage()), e);
        }
    }

    static Version version(String text) {
        return Version.parse(text).orElseThrow(() -> new GoError(problem(text)));
    }

    private static String problem(String text) {
        if (GoText.length(text) > LONGEST) {
            return "version string is too long (max " + LONGEST + " bytes)";
        }
        int dash = text.indexOf('-');
        int plus = text.indexOf('+');
        boolean hasPreRelease = dash > 0 && (plus < 0 || dash < plus);
        if (!hasPreRelease || Version.parse(text.substring(0, dash)).isEmpty()) {
            return "invalid semantic version";
        }
        String preRelease = text.substring(dash + 1, plus < 0 ? text.length() : plus);
        boolean zeros = Arrays.stream(preRelease.split("\\.", -1))
                .anyMatch(part -> part.length() > 1
                        && part.startsWith("0")
                        && part.chars().allMatch(Character::isDigit));
        return zeros ? "version segment starts with 0" : "invalid semantic version";
    }
}
