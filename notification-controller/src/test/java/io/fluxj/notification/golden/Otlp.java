package io.fluxj.notification.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;

/** OTLP as the recordings write it down. */
final class Otlp {
    private Otlp() {}

    static JsonNode decoded(byte[] body) throws InvalidProtocolBufferException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (ResourceSpans resource : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
            ObjectNode json = all.addObject();
            json.set("resource", attributes(resource.getResource().getAttributesList()));
            ArrayNode scopes = json.putArray("scopeSpans");
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                ObjectNode one = scopes.addObject();
                ArrayNode spans = one.putArray("spans");
                scope.getSpansList().forEach(span -> spans.add(span(span)));
                one.putObject("scope").put("name", scope.getScope().getName());
            }
            json.put("schemaUrl", resource.getSchemaUrl());
        }
        return all;
    }

    private static ObjectNode span(Span span) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("attributes", attributes(span.getAttributesList()));
        json.put("traceId", HexFormat.of().formatHex(span.getTraceId().toByteArray()));
        json.put("name", span.getName());
        json.put("kind", span.getKindValue());
        json.put("startTimeUnixNano", span.getStartTimeUnixNano());
        ObjectNode status = json.putObject("status");
        if (!span.getStatus().getMessage().isEmpty()) {
            status.put("message", span.getStatus().getMessage());
        }
        status.put("code", span.getStatus().getCodeValue());
        json.put("flags", span.getFlags());
        return json;
    }

    private static ArrayNode attributes(List<KeyValue> attributes) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        attributes.forEach(attribute -> json.addObject()
                .put("key", attribute.getKey())
                .put("value", attribute.getValue().getStringValue()));
        return json;
    }
}
