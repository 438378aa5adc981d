package io.fluxj.kube.request;

import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.GroupKind;
import io.fluxj.kube.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** What queries of lists and watches may say together. */
final class ListOptions {
    private static final GroupKind KIND = new GroupKind("meta.k8s.io", "ListOptions");
    private static final String MATCH = "resourceVersionMatch";

    private ListOptions() {}

    /** Refuses combinations that mean nothing. */
    static void check(HttpRequest request, boolean watch) {
        number(request, "timeoutSeconds");
        List<ApiError.Cause> causes = new ArrayList<>();
        if (watch) {
            checkWatch(request, causes);
        } else {
            checkList(request, causes);
        }
        if (!causes.isEmpty()) {
            throw ApiError.invalid(KIND, "", causes);
        }
        if (!request.parameter("continue").isEmpty()
                && !List.of("", "0").contains(request.parameter("resourceVersion"))) {
            throw ApiError.badRequest("specifying resource version is not allowed when using continue");
        }
    }

    private static void checkList(HttpRequest request, List<ApiError.Cause> causes) {
        String match = request.parameter(MATCH);
        String version = request.parameter("resourceVersion");
        if (!match.isEmpty()) {
            if (version.isEmpty()) {
                causes.add(forbidden(MATCH, "resourceVersionMatch is forbidden unless resourceVersion is provided"));
            }
            if (!request.parameter("continue").isEmpty()) {
                causes.add(forbidden(MATCH, "resourceVersionMatch is forbidden when continue is provided"));
            }
            if (!match.equals("Exact") && !match.equals("NotOlderThan")) {
                causes.add(unsupported(match, "\"Exact\", \"NotOlderThan\", \"\""));
            }
            if (match.equals("Exact") && version.equals("0")) {
                causes.add(forbidden(MATCH, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
            }
        }
        if (request.query().containsKey("sendInitialEvents")) {
            causes.add(forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"));
        }
    }

    private static void checkWatch(HttpRequest request, List<ApiError.Cause> causes) {
        String match = request.parameter(MATCH);
        boolean initial = request.query().containsKey("sendInitialEvents");
        if (initial && !match.equals("NotOlderThan")) {
            causes.add(forbidden(MATCH, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
        }
        if (!match.isEmpty() && !initial) {
            causes.add(forbidden(
                    MATCH, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided"));
        }
        if (!match.isEmpty() && !match.equals("NotOlderThan")) {
            causes.add(unsupported(match, "\"NotOlderThan\""));
        }
    }

    private static ApiError.Cause forbidden(String field, String message) {
        return new ApiError.Cause("FieldValueForbidden", "Forbidden: " + message, field);
    }

    private static ApiError.Cause unsupported(String match, String supported) {
        return new ApiError.Cause(
                "FieldValueNotSupported",
                "Unsupported value: \"" + match + "\": supported values: " + supported,
                MATCH);
    }

    /** A number of the query; 0 when it is not said. */
    static long number(HttpRequest request, String parameter) {
        String text = request.parameter(parameter);
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
    }
}
