package io.fluxj.gotemplate.sprig;

import static io.fluxj.gotemplate.value.GoType.ANY_MAP;
import static io.fluxj.gotemplate.value.GoType.STRING;

import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Kind;
import io.fluxj.gotemplate.value.Values;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that take addresses apart and put them together, by Go's {@code net/url}. */
final class Urls {
    private Urls() {}

    static void addTo(Library library) {
        library.add("urlParse", ANY_MAP, (run, a) -> parse(Args.text(a, 0)), STRING);
        library.add("urlJoin", STRING, (run, a) -> join(Args.map(a, 0)), ANY_MAP);
    }

    private static Map<String, @Nullable Object> parse(String text) {
        GoUrl url;
        try {
            url = GoUrl.parse(text);
        } catch (GoError e) {
            throw new GoError("unable to parse url: " + e.getMessage(), e);
        }
        Map<String, @Nullable Object> parts = new HashMap<>();
        parts.put("scheme", url.scheme());
        parts.put("host", url.host());
        parts.put("hostname", url.hostname());
        parts.put("path", url.path());
        parts.put("query", url.query());
        parts.put("opaque", url.opaque());
        parts.put("fragment", url.fragment());
        parts.put("userinfo", url.userinfo() == null ? "" : url.userinfo().toString());
        return parts;
    }

    private static String join(Map<String, @Nullable Object> parts) {
        String scheme = part(parts, "scheme");
        String host = part(parts, "host");
        String path = part(parts, "path");
        String query = part(parts, "query");
        String opaque = part(parts, "opaque");
        String fragment = part(parts, "fragment");
        return new GoUrl(scheme, opaque, user(part(parts, "userinfo")), host, path, query, fragment).toString();
    }

    private static GoUrl.@Nullable User user(String userinfo) {
        if (userinfo.isEmpty()) {
            return null;
        }
        try {
            return GoUrl.parse("proto://" + userinfo + "@host").userinfo();
        } catch (GoError e) {
            throw new GoError("unable to parse userinfo in dict: " + e.getMessage(), e);
        }
    }

    private static String part(Map<String, @Nullable Object> parts, String key) {
        if (!parts.containsKey(key)) {
            return "";
        }
        Object value = parts.get(key);
        if (value == null) {
            throw new GoError("runtime error: invalid memory address or nil pointer dereference");
        }
        if (Values.kind(value) != Kind.STRING) {
            throw new GoError("unable to parse " + key + " key, must be of type string, but "
                    + Values.kind(value).goName() + " found");
        }
        return Values.string(value);
    }
}
