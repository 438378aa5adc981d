package io.fluxj.kube.kinds;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Defaults of webhooks and admission policies. */
final class AdmissionDefaults {
    private AdmissionDefaults() {}

    static void validatingWebhooks(ObjectNode object) {
        Fill.each(object, "webhooks").forEach(AdmissionDefaults::webhook);
    }

    static void mutatingWebhooks(ObjectNode object) {
        for (ObjectNode webhook : Fill.each(object, "webhooks")) {
            webhook(webhook);
            Fill.text(webhook, "reinvocationPolicy", "Never");
        }
    }

    private static void webhook(ObjectNode webhook) {
        Fill.text(webhook, "failurePolicy", "Fail");
        Fill.text(webhook, "matchPolicy", "Equivalent");
        Fill.object(webhook, "namespaceSelector");
        Fill.object(webhook, "objectSelector");
        Fill.number(webhook, "timeoutSeconds", 10);
        Fill.each(webhook, "rules").forEach(rule -> Fill.text(rule, "scope", "*"));
        if (webhook.path("clientConfig").get("service") instanceof ObjectNode service) {
            Fill.number(service, "port", 443);
        }
    }

    static void admissionPolicy(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        Fill.text(spec, "failurePolicy", "Fail");
        if (spec.get("matchConstraints") instanceof ObjectNode match) {
            matchResources(match);
        }
    }

    static void admissionPolicyBinding(ObjectNode object) {
        if (object.path("spec").get("matchResources") instanceof ObjectNode match) {
            matchResources(match);
        }
    }

    private static void matchResources(ObjectNode match) {
        Fill.text(match, "matchPolicy", "Equivalent");
        Fill.object(match, "namespaceSelector");
        Fill.object(match, "objectSelector");
        Fill.each(match, "resourceRules").forEach(rule -> Fill.text(rule, "scope", "*"));
    }
}
