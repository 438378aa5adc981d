package io.fluxj.kube.admission;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.kube.schema.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, held against one entry of a LimitRange.
 *
 * @param limit the entry
 * @param resources with requests and limits
 */
record LimitCheck(JsonNode limit, JsonNode resources) {
    static LimitCheck of(JsonNode limit, JsonNode resources) {
        return new LimitCheck(limit, resources);
    }

    private String type() {
        return limit.path("type").asText();
    }

    /** A claim has a size, which is said once. */
    private boolean claim() {
        return type().equals("PersistentVolumeClaim");
    }

    void check(List<String> wrong) {
        limit.path("min")
                .properties()
                .forEach(e -> least(e.getKey(), e.getValue().asText(), wrong));
        limit.path("max")
                .properties()
                .forEach(e -> most(e.getKey(), e.getValue().asText(), wrong));
        limit.path("maxLimitRequestRatio")
                .properties()
                .forEach(e -> ratio(e.getKey(), e.getValue().asText(), wrong));
    }

    private void least(String resource, String bound, List<String> wrong) {
        String rule = "minimum " + resource + " usage per " + type() + " is " + bound;
        Optional<String> request = text("requests", resource);
        Optional<String> most = text("limits", resource);
        if (request.isEmpty()) {
            wrong.add(rule + ".  No request is specified");
        } else if (number(request.get()).compareTo(number(bound)) < 0) {
            wrong.add(rule + ", but request is " + request.get());
        } else if (!claim() && most.isPresent() && number(most.get()).compareTo(number(bound)) < 0) {
            wrong.add(rule + ", but limit is " + most.get());
        }
    }

    private void most(String resource, String bound, List<String> wrong) {
        String rule = "maximum " + resource + " usage per " + type() + " is " + bound;
        Optional<String> request = text("requests", resource);
        Optional<String> most = text("limits", resource);
        if (!claim() && most.isEmpty()) {
            wrong.add(rule + ".  No limit is specified");
        } else if (!claim() && number(most.orElseThrow()).compareTo(number(bound)) > 0) {
            wrong.add(rule + ", but limit is " + most.orElseThrow());
        } else if (request.isPresent() && number(request.get()).compareTo(number(bound)) > 0) {
            wrong.add(rule + ", but request is " + request.get());
        }
    }

    private void ratio(String resource, String bound, List<String> wrong) {
        String rule = resource + " max limit to request ratio per " + type() + " is " + bound;
        BigDecimal request = text("requests", resource).map(LimitCheck::number).orElse(BigDecimal.ZERO);
        BigDecimal most = text("limits", resource).map(LimitCheck::number).orElse(BigDecimal.ZERO);
        if (request.signum() == 0) {
            wrong.add(rule + ", but no request is specified or request is 0");
        } else if (most.signum() == 0) {
            wrong.add(rule + ", but no limit is specified or limit is 0");
        } else {
            double ratio = most.doubleValue() / request.doubleValue();
            if (ratio > number(bound).doubleValue()) {
                wrong.add(rule + ", but provided ratio is " + String.format(Locale.ROOT, "%f", ratio));
            }
        }
    }

    private Optional<String> text(String field, String resource) {
        @Nullable JsonNode value = resources.path(field).get(resource);
        return Optional.ofNullable(value).map(JsonNode::asText);
    }

    static BigDecimal number(String quantity) {
        return Quantity.value(quantity).orElse(BigDecimal.ZERO);
    }
}
