package io.fluxj.helm.render;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoFunction;
import io.fluxj.gotemplate.value.GoFunction.Signature;
import io.fluxj.gotemplate.value.GoObject;
import io.fluxj.gotemplate.value.GoType;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import java.util.List;
import java.util.Optional;

/**
 * A version of Kubernetes.
 *
 * @param version as the server says it, with a {@code v}: {@code v1.33.4-gke.1245000}
 * @param normalized without what follows the numbers
 */
public record KubeVersion(String version, String normalized) implements GoObject {
    private static final Pattern FORM = Pattern.compile("(?s)^\\s*v?([0-9]+(?:\\.[0-9]+)*)(.*)$");

    /**
     * Reads a version.
     *
     * @throws HelmException when the text is none
     */
    public static KubeVersion parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw invalid(text, "could not parse " + Quoting.quoted(text) + " as version");
        }
        String[] numbers = matcher.group(1).split("\\.", -1);
        if (numbers.length < 2) {
            throw invalid(text, "illegal version string " + Quoting.quoted(text));
        }
        if (numbers[0].startsWith("0") && !numbers[0].equals("0")) {
            throw invalid(
                    text,
                    "illegal zero-prefixed version component " + Quoting.quoted(numbers[0]) + " in "
                            + Quoting.quoted(text));
        }
        StringBuilder normalized = new StringBuilder();
        for (String number : numbers) {
            normalized.append(normalized.isEmpty() ? "v" : ".").append(Long.parseUnsignedLong(cut(number)));
        }
        return new KubeVersion(text.startsWith("v") ? text : "v" + text, normalized.toString());
    }

    private static String cut(String number) {
        return number.length() > 18 ? number.substring(0, 18) : number;
    }

    private static HelmException invalid(String text, String problem) {
        return new HelmException(Subject.VALUES, "invalid kube version '" + text + "': " + problem);
    }

    private String number(int index) {
        return normalized.substring(1).split("\\.", -1)[index];
    }

    @Override
    public GoType type() {
        return GoType.struct("common.KubeVersion");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("Version", version),
                new Field("normalizedVersion", "", false, normalized),
                Field.of("Major", number(0)),
                Field.of("Minor", number(1)));
    }

    @Override
    public Optional<String> addressedText() {
        return Optional.of(normalized);
    }

    @Override
    public Optional<GoFunction> method(String name) {
        String answer =
                switch (name) {
                    case "String" -> normalized;
                    case "GitVersion" -> version;
                    default -> "";
                };
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(GoFunction.of(new Signature(List.of(), false, GoType.STRING), (run, args) -> answer));
    }
}
