package io.fluxj.kube.kinds;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError.Cause;
import io.fluxj.kube.json.Nodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a Secret of each built-in type must hold. */
final class SecretTypes {
    private static final String HIDDEN = "<secret contents redacted>";
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    private SecretTypes() {}

    static void check(ObjectNode secret, List<Cause> out) {
        JsonNode data = secret.path("data");
        switch (secret.path("type").asText()) {
            case "kubernetes.io/service-account-token" -> serviceAccount(secret, out);
            case "kubernetes.io/dockercfg" -> json(data, ".dockercfg", out);
            case "kubernetes.io/dockerconfigjson" -> json(data, ".dockerconfigjson", out);
            case "kubernetes.io/tls" -> require(data, List.of("tls.crt", "tls.key"), out);
            case "kubernetes.io/ssh-auth" -> {
                if (data.path("ssh-privatekey").asText("").isEmpty()) {
                    out.add(Rule.required("data[ssh-privatekey]"));
                }
            }
            case "kubernetes.io/basic-auth" -> {
                if (!data.has("username") && !data.has("password")) {
                    require(data, List.of("username", "password"), out);
                }
            }
            default -> {}
        }
    }

    private static void serviceAccount(ObjectNode secret, List<Cause> out) {
        if (secret.path("metadata").path("annotations").path(ACCOUNT).asText("").isEmpty()) {
            out.add(Rule.required("metadata.annotations[" + ACCOUNT + "]"));
        }
    }

    private static void require(JsonNode data, List<String> keys, List<Cause> out) {
        keys.stream().filter(k -> !data.has(k)).forEach(k -> out.add(Rule.required("data[" + k + "]")));
    }

    private static void json(JsonNode data, String key, List<Cause> out) {
        if (!data.has(key)) {
            out.add(Rule.required("data[" + key + "]"));
            return;
        }
        String problem = problem(Base64.getDecoder().decode(data.path(key).asText()));
        if (!problem.isEmpty()) {
            out.add(Rule.invalid("data[" + key + "]", HIDDEN, problem));
        }
    }

    /** Why the bytes are no JSON object, empty when they are one; as the real server words it where that is simple. */
    private static String problem(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return "unexpected end of JSON input";
        }
        if ("{[\"-0123456789tfn".indexOf(text.charAt(0)) < 0) {
            return "invalid character '" + text.charAt(0) + "' looking for beginning of value";
        }
        for (String literal : List.of("true", "false", "null")) {
            if (literal.charAt(0) == text.charAt(0)) {
                String problem = literalProblem(literal, text);
                if (!problem.isEmpty()) {
                    return problem;
                }
            }
        }
        try {
            JsonNode value = Nodes.parse(bytes);
            return value.isObject() || value.isNull()
                    ? ""
                    : "json: cannot unmarshal " + kind(value) + " into Go value of type map[string]interface {}";
        } catch (JsonEOFException e) {
            return "unexpected end of JSON input";
        } catch (IOException e) {
            return "invalid JSON";
        }
    }

    private static String literalProblem(String literal, String text) {
        for (int i = 1; i < literal.length(); i++) {
            char found = i < text.length() ? text.charAt(i) : ' ';
            if (found != literal.charAt(i)) {
                return "invalid character '" + found + "' in literal " + literal + " (expecting '" + literal.charAt(i)
                        + "')";
            }
        }
        return "";
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            default -> "number";
        };
    }
}
