package io.fluxj.helm.chart;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.gotemplate.value.GoSlice;
import io.fluxj.gotemplate.value.GoText;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.shape.StructValue;
import io.fluxj.semver.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Helm asks of {@code Chart.yaml}, and how it cleans its texts. */
final class MetadataRules {
    private static final List<String> CLEANED =
            List.of("name", "description", "home", "icon", "condition", "tags", "appVersion", "kubeVersion");

    private MetadataRules() {}

    /** @throws HelmException naming the field that is wrong */
    static ChartMetadata checked(StructValue metadata) {
        StructValue clean = cleaned(metadata, CLEANED);
        for (String list : List.of("sources", "keywords")) {
            clean = clean.with(list, cleanedList(clean.get(list)));
        }
        require(!clean.text("apiVersion").isEmpty(), "chart.metadata.apiVersion is required");
        requireName(clean.text("name"));
        requireVersion(clean.text("version"));
        require(
                List.of("", "application", "library").contains(clean.text("type")),
                "chart.metadata.type must be application or library");
        clean = clean.with("maintainers", maintainers(clean.get("maintainers")));
        return new ChartMetadata(clean.with("dependencies", dependencies(clean.get("dependencies"))));
    }

    private static void requireName(String name) {
        require(!name.isEmpty(), "chart.metadata.name is required");
        require(
                !name.equals(".") && !name.equals(".."),
                "chart.metadata.name " + Quoting.quoted(name) + " is not allowed");
        require(!name.contains("/"), "chart.metadata.name " + Quoting.quoted(name) + " is invalid");
    }

    private static void requireVersion(String version) {
        require(!version.isEmpty(), "chart.metadata.version is required");
        require(
                Version.parse(version).isPresent(),
                "chart.metadata.version " + Quoting.quoted(version) + " is invalid");
    }

    private static @Nullable Object maintainers(@Nullable Object list) {
        if (!(list instanceof List<?> maintainers)) {
            return list;
        }
        List<StructValue> checked = new ArrayList<>();
        for (Object maintainer : maintainers) {
            require(maintainer != null, "maintainers must not contain empty or null nodes");
            checked.add(cleaned((StructValue) maintainer, List.of("name", "email", "url")));
        }
        return checked;
    }

    private static @Nullable Object dependencies(@Nullable Object list) {
        if (!(list instanceof List<?> dependencies)) {
            return list;
        }
        List<StructValue> checked = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object dependency : dependencies) {
            require(dependency != null, "dependencies must not contain empty or null nodes");
            StructValue clean = dependency((StructValue) dependency);
            String name = clean.text("alias").isEmpty() ? clean.text("name") : clean.text("alias");
            require(names.add(name), "more than one dependency with name or alias " + Quoting.quoted(name));
            checked.add(clean);
        }
        return checked;
    }

    private static StructValue dependency(StructValue dependency) {
        StructValue clean = cleaned(dependency, List.of("name", "version", "repository", "condition"));
        String alias = clean.text("alias");
        require(
                alias.chars().allMatch(MetadataRules::isAllowedInAlias),
                "dependency " + Quoting.quoted(clean.text("name")) + " has disallowed characters in the alias");
        return clean.with("tags", cleanedList(clean.get("tags")));
    }

    private static boolean isAllowedInAlias(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static StructValue cleaned(StructValue struct, List<String> fields) {
        StructValue clean = struct;
        for (String field : fields) {
            clean = clean.with(field, cleaned(clean.text(field)));
        }
        return clean;
    }

    private static @Nullable Object cleanedList(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(text -> cleaned(String.valueOf(text))).toList()
                : list instanceof GoSlice ? list : List.of();
    }

    /** Every kind of blank becomes a space, what cannot be printed goes. */
    static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (GoText.isSpace(c)) {
                clean.append(' ');
            } else if (Quoting.isPrint(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new HelmException(Subject.CHART, "validation: " + message);
        }
    }
}
