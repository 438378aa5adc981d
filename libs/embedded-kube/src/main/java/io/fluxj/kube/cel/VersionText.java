package io.fluxj.kube.cel;

import com.github.zafarkhaja.semver.Version;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.fluxj.kube.json.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads texts as semantic versions, or tells in the real server's words why they are none. */
final class VersionText {
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final CharMatcher LABEL = DIGITS.or(CharMatcher.inRange('a', 'z'))
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.is('-'));
    private static final Splitter DOTS = Splitter.on('.');

    private VersionText() {}

    static Version parse(String text) {
        return Version.tryParse(text).orElseThrow(() -> new Failure(problem(text)));
    }

    /** Without a leading v and leading zeros, with the numbers that are lacking. */
    static String normalized(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : DOTS.limit(3).split(text.startsWith("v") ? text.substring(1) : text)) {
            parts.add(plain(part));
        }
        if (parts.size() < 3 && CharMatcher.anyOf("+-").matchesAnyOf(parts.getLast())) {
            throw new Failure("short version cannot contain PreRelease/Build meta data");
        }
        while (parts.size() < 3) {
            parts.add("0");
        }
        return String.join(".", parts);
    }

    private static String plain(String part) {
        if (part.length() < 2) {
            return part;
        }
        String plain = CharMatcher.is('0').trimLeadingFrom(part);
        return plain.isEmpty() || !DIGITS.matches(plain.charAt(0)) ? "0" + plain : plain;
    }

    private static String problem(String text) {
        List<String> parts = DOTS.limit(3).splitToList(text);
        if (text.isEmpty()) {
            return "Version string empty";
        }
        if (parts.size() < 3) {
            return "No Major.Minor.Patch elements found";
        }
        String patch = parts.get(2);
        int plus = patch.indexOf('+');
        String builds = plus < 0 ? "" : patch.substring(plus + 1);
        patch = plus < 0 ? patch : patch.substring(0, plus);
        int minus = patch.indexOf('-');
        String releases = minus < 0 ? "" : patch.substring(minus + 1);
        patch = minus < 0 ? patch : patch.substring(0, minus);
        String problem = number(parts.get(0), "major");
        problem = problem.isEmpty() ? number(parts.get(1), "minor") : problem;
        problem = problem.isEmpty() ? number(patch, "patch") : problem;
        problem = problem.isEmpty() && minus >= 0 ? labels(releases, true) : problem;
        return problem.isEmpty() ? labels(builds, false) : problem;
    }

    private static String number(String number, String name) {
        if (!DIGITS.matchesAllOf(number)) {
            return "Invalid character(s) found in " + name + " number " + quoted(number);
        }
        if (number.length() > 1 && number.startsWith("0")) {
            String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            return capital + " number must not contain leading zeroes " + quoted(number);
        }
        if (number.isEmpty()) {
            return "strconv.ParseUint: parsing \"\": invalid syntax";
        }
        return tooLarge(number) ? outOfRange(number) : "";
    }

    private static String labels(String labels, boolean release) {
        for (String label : DOTS.split(labels)) {
            String problem = release ? release(label) : build(label);
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    private static String release(String label) {
        if (label.isEmpty()) {
            return "Prerelease is empty";
        }
        if (DIGITS.matchesAllOf(label)) {
            return label.length() > 1 && label.startsWith("0")
                    ? "Numeric PreRelease version must not contain leading zeroes " + quoted(label)
                    : tooLarge(label) ? outOfRange(label) : "";
        }
        return LABEL.matchesAllOf(label) ? "" : "Invalid character(s) found in prerelease " + quoted(label);
    }

    private static String build(String label) {
        if (label.isEmpty()) {
            return "Build meta data is empty";
        }
        return LABEL.matchesAllOf(label) ? "" : "Invalid character(s) found in build meta data " + quoted(label);
    }

    private static boolean tooLarge(String number) {
        return number.length() > 18;
    }

    private static String outOfRange(String number) {
        return "strconv.ParseUint: parsing " + quoted(number) + ": value out of range";
    }

    private static String quoted(String text) {
        return Nodes.text(Nodes.FACTORY.textNode(text));
    }
}
