package io.fluxj.kube.access;

import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Acting as somebody else, for those who may. */
public final class Impersonation {
    private static final String EXTRA = "impersonate-extra-";
    private static final String ACCOUNT = "system:serviceaccount:";

    private final Rbac rbac;

    /** Asks the given rules whether somebody may. */
    public Impersonation(Rbac rbac) {
        this.rbac = rbac;
    }

    /** The user as whom the request is to be done. */
    public User resolve(User caller, HttpRequest request, Attributes wanted) {
        Optional<String> user = request.header("impersonate-user");
        List<String> groups = new ArrayList<>(request.headerValues("impersonate-group"));
        Map<String, List<String>> extra = extra(request);
        String uid = request.header("impersonate-uid").orElse("");
        if (user.isEmpty()) {
            if (!groups.isEmpty() || !extra.isEmpty() || !uid.isEmpty()) {
                throw ApiError.badRequest("requested &user.DefaultInfo{Name:\"\", UID:\"" + uid + "\", Groups:[]string{"
                        + String.join(
                                ", ", groups.stream().map(g -> "\"" + g + "\"").toList())
                        + "}, Extra:map[string][]string(nil)} without impersonating a user name");
            }
            return caller;
        }
        String name = user.get();
        if (!mayBe(caller, name, groups, extra)) {
            throw refusal(caller, name, wanted);
        }
        if (name.startsWith(ACCOUNT) && groups.isEmpty()) {
            String namespace = name.substring(ACCOUNT.length(), Math.max(name.lastIndexOf(':'), ACCOUNT.length()));
            groups.add("system:serviceaccounts");
            groups.add("system:serviceaccounts:" + namespace);
        }
        if (!groups.contains(User.AUTHENTICATED) && !name.equals("system:anonymous")) {
            groups.add(User.AUTHENTICATED);
        }
        return new User(name, uid, groups, extra);
    }

    private static Map<String, List<String>> extra(HttpRequest request) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        request.headers().forEach((name, values) -> {
            if (name.startsWith(EXTRA)) {
                String key = URLDecoder.decode(name.substring(EXTRA.length()), StandardCharsets.UTF_8);
                out.put(key.toLowerCase(Locale.ROOT), values);
            }
        });
        return out;
    }

    /** Names the right to do just this as somebody else, which is what the real server misses last. */
    private static ApiError refusal(User caller, String name, Attributes wanted) {
        String mode = name.startsWith(ACCOUNT) ? "serviceaccount" : "user-info";
        return Denial.of(
                caller,
                new Attributes(
                        "impersonate-on:" + mode + ":" + wanted.verb(),
                        wanted.resource(),
                        wanted.group(),
                        wanted.version(),
                        wanted.plural(),
                        wanted.namespace(),
                        wanted.name(),
                        wanted.path()));
    }

    private boolean mayBe(User caller, String name, List<String> groups, Map<String, List<String>> extra) {
        boolean user;
        if (name.startsWith(ACCOUNT)) {
            String rest = name.substring(ACCOUNT.length());
            int colon = rest.indexOf(':');
            String namespace = colon < 0 ? "" : rest.substring(0, colon);
            user = may(caller, "", "serviceaccounts", namespace, rest.substring(colon + 1));
        } else {
            user = may(caller, "", "users", "", name);
        }
        return user
                && groups.stream().allMatch(group -> may(caller, "", "groups", "", group))
                && extra.entrySet().stream().allMatch(e -> e.getValue().stream()
                        .allMatch(
                                value -> may(caller, "authentication.k8s.io", "userextras/" + e.getKey(), "", value)));
    }

    private boolean may(User caller, String group, String plural, String namespace, String name) {
        return rbac.decide(caller, new Attributes("impersonate", true, group, "v1", plural, namespace, name, ""))
                .allowed();
    }
}
