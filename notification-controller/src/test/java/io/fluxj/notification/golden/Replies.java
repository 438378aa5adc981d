package io.fluxj.notification.golden;

import java.util.Map;
import java.util.function.Function;

/** What the recorded sinks answered, which the recordings tell in words; by the name of the Provider and its type. */
final class Replies {
    private static final String NOTHING = "[]";

    private Replies() {}

    static Function<Seen, Answer> of(String config, String type, String uid) {
        return switch (type) {
            case "slack" -> seen -> Answer.of(200, "{\"ok\":true}");
            case "github", "githubdispatch", "githubpullrequestcomment" -> seen -> gitHub(config, uid, seen);
            case "gitlab", "gitlabmergerequestcomment" -> seen -> gitLab(config, uid, seen);
            case "gitea", "giteapullrequestcomment" -> seen -> gitea(config, uid, seen);
            case "bitbucket", "bitbucketserver" ->
                seen -> seen.method().equals("GET") ? Answer.of(404, "{}") : Answer.of(201, "{}");
            case "azuredevops" ->
                seen -> seen.method().equals("GET")
                        ? Answer.of(200, "{\"count\":0,\"value\":[]}")
                        : Answer.of(201, "{}");
            case "datadog" -> seen -> Answer.of(202, "{\"status\":\"ok\"}");
            default -> seen -> Answer.of(200, "ok");
        };
    }

    private static Answer gitHub(String config, String uid, Seen seen) {
        String path = seen.target();
        if (path.endsWith("/access_tokens")) {
            return Answer.of(201, "{\"token\":\"ghs_apptoken\",\"expires_at\":\"2020-01-01T00:00:00Z\"}");
        }
        if (path.endsWith("/user")) {
            return Answer.of(200, "{\"login\":\"flux-bot\"}");
        }
        if (path.contains("/comments?")) {
            String stranger = comment(6, "user", "login", "stranger", marker("pr", uid));
            String own = comment(7, "user", "login", "flux-bot", marker("pr", uid));
            return Answer.of(200, "[" + stranger + (config.endsWith("-existing") ? "," + own : "") + "]");
        }
        return seen.method().equals("GET") ? Answer.of(200, statuses(config, "state")) : Answer.of(201, "{}");
    }

    private static Answer gitLab(String config, String uid, Seen seen) {
        if (seen.target().endsWith("/user")) {
            return Answer.of(200, "{\"username\":\"flux-bot\"}");
        }
        boolean known = config.endsWith("-existing") && seen.target().contains("/notes?");
        return seen.method().equals("GET")
                ? Answer.of(
                        200,
                        known ? "[" + comment(7, "author", "username", "flux-bot", marker("mr", uid)) + "]" : NOTHING)
                : Answer.of(201, "{}");
    }

    private static Answer gitea(String config, String uid, Seen seen) {
        if (seen.target().endsWith("/version")) {
            return Answer.of(200, "{\"version\":\"1.22.0\"}");
        }
        if (seen.target().endsWith("/user")) {
            return Answer.of(200, "{\"login\":\"flux-bot\"}");
        }
        if (seen.target().contains("/comments?")) {
            boolean known = config.endsWith("-existing");
            return Answer.of(
                    200, known ? "[" + comment(7, "user", "login", "flux-bot", marker("pr", uid)) + "]" : NOTHING);
        }
        return seen.method().equals("GET") ? Answer.of(200, statuses(config, "status")) : Answer.of(201, "{}");
    }

    private static String statuses(String config, String state) {
        return config.endsWith("-duplicate")
                ? "[{\"context\":\"fixed-id\",\"" + state
                        + "\":\"success\",\"description\":\"reconciliation succeeded\"}]"
                : NOTHING;
    }

    private static String marker(String kind, String uid) {
        return "<!-- flux-" + kind + "-comment-key:" + uid + "/Kustomization/apps/preview-42 -->";
    }

    private static String comment(int id, String author, String name, String login, String body) {
        return "{\"id\":" + id + ",\"" + author + "\":{\"" + name + "\":\"" + login + "\"},\"body\":\"" + body + "\"}";
    }

    /** Scripted answers, of which the last one repeats. */
    static Function<Seen, Answer> scripted(Iterable<Answer> answers) {
        java.util.ArrayDeque<Answer> left = new java.util.ArrayDeque<>();
        answers.forEach(left::add);
        return seen -> {
            synchronized (left) {
                if (left.isEmpty()) {
                    return new Answer(200, Map.of(), "ok", java.time.Duration.ZERO);
                }
                return left.size() > 1 ? left.remove() : left.element();
            }
        };
    }
}
