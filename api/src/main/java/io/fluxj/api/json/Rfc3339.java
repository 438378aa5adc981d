package io.fluxj.api.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@link java.time.Instant} that is written as Kubernetes writes times: RFC 3339, UTC, whole seconds. Any offset and
 * any fraction of a second is understood; the fraction is dropped.
 */
@JacksonAnnotationsInside
@JsonSerialize(using = InstantWriter.class)
@JsonDeserialize(using = InstantReader.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Rfc3339 {}
