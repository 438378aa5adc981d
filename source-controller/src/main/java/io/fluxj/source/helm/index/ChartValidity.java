package io.fluxj.source.helm.index;

import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.semver.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Helm 4 asks of an entry; those that do not hold are left out. It also takes out characters that are not seen. */
final class ChartValidity {
    private static final List<String> CLEANED =
            List.of("name", "description", "home", "icon", "condition", "tags", "appVersion", "kubeVersion");
    private static final List<String> CLEANED_LISTS = List.of("sources", "keywords");
    private static final List<String> CLEANED_MAINTAINER = List.of("name", "email", "url");
    private static final List<String> CLEANED_DEPENDENCY = List.of("name", "version", "repository", "condition");
    private static final Set<String> TYPES = Set.of("", "application", "library");
    private static final Pattern ALIAS = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final String DEFAULT_API = "v1";

    private ChartValidity() {}

    /** Puts an entry right; its version, or nothing when it is to be left out. */
    static Optional<Version> check(Map<String, @Nullable Object> entry) {
        if (text(entry, "apiVersion").isEmpty()) {
            entry.put("apiVersion", DEFAULT_API);
        }
        CLEANED.forEach(field -> clean(entry, field));
        CLEANED_LISTS.forEach(field -> cleanList(entry, field));
        String name = text(entry, "name");
        boolean named = name.equals("/") || (!name.isEmpty() && name.indexOf('/') < 0);
        boolean valid = named
                && TYPES.contains(text(entry, "type"))
                && maintained(items(entry, "maintainers"))
                && dependent(items(entry, "dependencies"));
        return valid ? Version.parse(text(entry, "version")) : Optional.empty();
    }

    private static boolean maintained(List<?> maintainers) {
        for (Object maintainer : maintainers) {
            if (maintainer == null) {
                return false;
            }
            CLEANED_MAINTAINER.forEach(field -> clean(fields(maintainer), field));
        }
        return true;
    }

    /** From the second dependency of one name on nothing more is asked, since some repositories lose the aliases. */
    private static boolean dependent(List<?> dependencies) {
        Set<String> names = new HashSet<>();
        for (Object dependency : dependencies) {
            if (dependency == null) {
                return false;
            }
            Map<String, @Nullable Object> fields = fields(dependency);
            CLEANED_DEPENDENCY.forEach(field -> clean(fields, field));
            cleanList(fields, "tags");
            String alias = text(fields, "alias");
            if (!alias.isEmpty() && !ALIAS.matcher(alias).matches()) {
                return false;
            }
            if (!names.add(alias.isEmpty() ? text(fields, "name") : alias)) {
                return true;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked") // what a Struct was read into
    private static Map<String, @Nullable Object> fields(Object struct) {
        return (Map<String, @Nullable Object>) struct;
    }

    private static List<?> items(Map<String, @Nullable Object> fields, String field) {
        return fields.get(field) instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<String, @Nullable Object> fields, String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    private static void clean(Map<String, @Nullable Object> fields, String field) {
        if (fields.get(field) instanceof String text) {
            fields.put(field, cleaned(text));
        }
    }

    private static void cleanList(Map<String, @Nullable Object> fields, String field) {
        if (fields.get(field) instanceof List<?> list) {
            fields.put(
                    field,
                    list.stream().map(text -> cleaned(String.valueOf(text))).toList());
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder seen = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean blank = Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
            if (blank || Quoting.isPrint(c)) {
                seen.appendCodePoint(blank ? ' ' : c);
            }
        });
        return seen.toString();
    }
}
